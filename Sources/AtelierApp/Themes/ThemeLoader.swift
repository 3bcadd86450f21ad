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

  private static func source(
    of name: String, from folder: URL, inheritors: [String]
  ) throws -> ThemeSource {
    guard !inheritors.contains(name) else {
      throw ThemeError(
        file: "\(name).toml", key: "inherits",
        problem: "the theme inherits from itself: \((inheritors + [name]).joined(separator: ", "))",
        remedy: "Remove one of these lines.")
    }
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
      source = try self.source(of: parent, from: folder, inheritors: inheritors + [name])
    }
    try source.add(file)
    return source
  }
}
