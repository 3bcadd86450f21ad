import Console
import TOMLKit
import TerminalCore

/// A theme's palette and roles with those it inherits, before the colours' names are looked up.
struct ThemeSource {
  private struct Entry {
    let table: TOMLTable
    let file: ThemeFile
  }

  private(set) var isDark: Bool?
  private var palette: [String: Color] = [:]
  private var roles: [ThemeRole: Entry] = [:]

  mutating func add(_ file: ThemeFile) throws {
    let known = ["name", "dark", "inherits", "palette", "roles"]
    for key in file.table.keys where !known.contains(key) {
      throw file.error(
        [key], "this key is not known", remedy: "Keys: \(known.joined(separator: ", ")).")
    }
    if let value = file.table["dark"] {
      guard let flag = value.bool else {
        throw file.error(["dark"], "this is neither true nor false", remedy: "Write dark = true.")
      }
      isDark = flag
    }
    for (name, value) in try file.table("palette") {
      guard let text = value.string, let color = ThemeColor.hexadecimal(text) else {
        throw file.error(
          ["palette", name], "this is not a colour", remedy: "Write it as \"#rrggbb\".")
      }
      palette[name] = color
    }
    for (name, value) in try file.table("roles") {
      guard let role = ThemeRole(rawValue: name) else {
        throw file.error(
          ["roles", name], "this role is not known",
          remedy: Self.suggestion(name, ThemeRole.allCases.map(\.rawValue)))
      }
      guard let table = value.table else {
        throw file.error(
          ["roles", name], "this is not a table",
          remedy: "Write it as { fg = \"…\", bg = \"…\", attributes = [] }.")
      }
      roles[role] = Entry(table: table, file: file)
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
    for (key, value) in entry.table {
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
    _ value: TOMLValueConvertible, _ path: [String], _ file: ThemeFile
  ) throws -> Color {
    if let index = value.int, let color = UInt8(exactly: index) { return .palette(color) }
    guard let text = value.string else {
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
    _ value: TOMLValueConvertible, _ path: [String], _ file: ThemeFile
  ) throws -> Attributes {
    let names = ThemeColor.attributes
    guard let array = value.array else {
      throw file.error(path, "this is not a list", remedy: "Write it as [\"bold\"].")
    }
    var result: Attributes = []
    for item in array {
      guard let name = item.string, let attribute = names[name] else {
        throw file.error(
          path, "this attribute is not known: \(item.string ?? "not a text")",
          remedy: "Attributes: \(names.keys.sorted().joined(separator: ", ")).")
      }
      result.insert(attribute)
    }
    return result
  }

  private static func suggestion(_ word: String, _ names: [String]) -> String {
    let near = NearNames.near(word, among: names)
    return near.isEmpty
      ? "Known are: \(names.joined(separator: ", "))."
      : "Did you mean \(near.joined(separator: " or "))?"
  }
}
