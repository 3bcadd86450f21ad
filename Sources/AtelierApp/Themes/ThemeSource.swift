import Console
import TOMLReading
import TerminalCore

/// A theme's palette and roles with those it inherits, before the colours' names are looked up.
struct ThemeSource {
  private struct Entry {
    let entries: [TOMLTree.Entry]
    let file: ThemeFile
  }

  private(set) var isDark: Bool?
  private var palette: [String: Color] = [:]
  private var roles: [ThemeRole: Entry] = [:]

  mutating func add(_ file: ThemeFile) throws {
    let known = ["name", "dark", "inherits", "palette", "roles"]
    for key in (file.root.entries ?? []).map(\.key) where !known.contains(key) {
      throw file.error(
        [key], "this key is not known", remedy: "Keys: \(known.joined(separator: ", ")).")
    }
    if let value = file.root["dark"] {
      guard let flag = value.truth else {
        throw file.error(["dark"], "this is neither true nor false", remedy: "Write dark = true.")
      }
      isDark = flag
    }
    for entry in try file.entries(of: "palette") {
      let (name, value) = (entry.key, entry.node)
      guard let text = value.text, let color = ThemeColor.hexadecimal(text) else {
        throw file.error(
          ["palette", name], "this is not a colour", remedy: "Write it as \"#rrggbb\".")
      }
      palette[name] = color
    }
    for entry in try file.entries(of: "roles") {
      let (name, value) = (entry.key, entry.node)
      guard let role = ThemeRole(rawValue: name) else {
        throw file.error(
          ["roles", name], "this role is not known",
          remedy: Self.suggestion(name, ThemeRole.allCases.map(\.rawValue)))
      }
      guard let entries = value.entries else {
        throw file.error(
          ["roles", name], "this is not a table",
          remedy: "Write it as { fg = \"…\", bg = \"…\", attributes = [] }.")
      }
      roles[role] = Entry(entries: entries, file: file)
    }
  }

  /// The style of every role.
  func styles() throws -> [ThemeRole: Style] {
    let base = try style(of: .background, over: .plain)
    let text = try style(of: .text, over: base)
    var styles: [ThemeRole: Style] = [:]
    for role in ThemeRole.allCases {
      styles[role] = role == .background ? base : try style(of: role, over: text)
    }
    return styles
  }

  private func style(of role: ThemeRole, over base: Style) throws -> Style {
    guard let entry = roles[role] else { return base }
    var style = base
    for (key, value) in entry.entries.map({ ($0.key, $0.node) }) {
      let path = ["roles", role.rawValue, key]
      switch key {
      case "fg": style.foreground = try color(value, path, entry.file)
      case "bg": style.background = try color(value, path, entry.file)
      case "attributes": style.attributes = try attributes(value, path, entry.file)
      default:
        throw entry.file.error(
          path, "this key is not known", remedy: "Keys of a role: fg, bg, attributes.")
      }
    }
    return style
  }

  private func color(
    _ value: TOMLTree, _ path: [String], _ file: ThemeFile
  ) throws -> Color {
    if let index = value.integer, let color = UInt8(exactly: index) { return .palette(color) }
    guard let text = value.text else {
      throw file.error(
        path, "this is not a colour",
        remedy: "Write a name of the palette, \"#rrggbb\", \"default\", or a number from 0 to 255.")
    }
    if text == "default" { return .terminalDefault }
    if let color = palette[text] ?? ThemeColor.hexadecimal(text) { return color }
    throw file.error(
      path, "the palette has no colour \"\(text)\"",
      remedy: Self.suggestion(text, palette.keys.sorted()))
  }

  private func attributes(
    _ value: TOMLTree, _ path: [String], _ file: ThemeFile
  ) throws -> Attributes {
    let names = ThemeColor.attributes
    guard let items = value.items else {
      throw file.error(path, "this is not a list", remedy: "Write it as [\"bold\"].")
    }
    var result: Attributes = []
    for item in items {
      guard let name = item.text, let attribute = names[name] else {
        throw file.error(
          path, "this attribute is not known: \(item.text ?? "not a text")",
          remedy: "Attributes: \(names.keys.sorted().joined(separator: ", ")).")
      }
      result.insert(attribute)
    }
    return result
  }

  private static func suggestion(_ word: String, _ names: [String]) -> String {
    guard !names.isEmpty else {
      return "It has no colours at all: write it in [palette], or \"#rrggbb\" here."
    }
    let near = NearNames.near(word, among: names)
    return near.isEmpty
      ? "Known are: \(names.joined(separator: ", "))."
      : "Did you mean \(near.joined(separator: " or "))?"
  }
}
