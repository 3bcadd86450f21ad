import Console
import Foundation
import TerminalCore

/// Reads themes from their TOML files.
public enum ThemeLoader {
  /// The themes of a folder, by name.
  public static func names(in folder: URL) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "toml" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }

  /// Reads `name.toml`; with `inherits = "other"` its palette and roles stand over the other's.
  /// - Throws: `ThemeError`.
  public static func load(_ name: String, from folder: URL) throws -> Theme {
    let source = try source(of: name, from: folder, inheritors: [])
    return Theme(name: name, isDark: source.isDark ?? true, styles: try source.styles())
  }

  /// The wished theme first, and the others of the folder that can be read.
  /// - Throws: `ThemeError` of the wished one alone: a spoilt file that nobody asked for stops nobody.
  public static func loadAll(wishing wished: String, from folder: URL) throws -> [Theme] {
    let others = names(in: folder).filter { $0 != wished }
    return try [load(wished, from: folder)] + others.compactMap { try? load($0, from: folder) }
  }

  private static func source(
    of name: String, from folder: URL, inheritors: [String]
  ) throws -> ThemeSource {
    let url = folder.appending(path: "\(name).toml")
    let all = names(in: folder)
    guard all.contains(name) else {
      throw ThemeError(
        file: url.path(percentEncoded: false), problem: "there is no theme \"\(name)\"",
        remedy: all.isEmpty
          ? "The folder has no themes." : "Themes: \(all.joined(separator: ", ")).")
    }
    let file = try ThemeFile(at: url)
    var source = ThemeSource()
    if let value = file.root["inherits"] {
      guard let parent = value.text else {
        throw file.error(
          ["inherits"], "this is not a text", remedy: "Write a theme's name in quotes.")
      }
      let names = inheritors + [name]
      guard !names.contains(parent) else {
        throw file.error(
          ["inherits"],
          "the theme inherits from itself: \((names + [parent]).joined(separator: ", "))",
          remedy: "Remove one of these lines.")
      }
      source = try self.source(of: parent, from: folder, inheritors: inheritors + [name])
    }
    try source.add(file)
    return source
  }
}
