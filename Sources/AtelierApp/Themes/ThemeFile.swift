import Foundation
import TOMLReading

/// A theme's file as it was read, with the places of its keys.
struct ThemeFile {
  let path: String
  let root: TOMLTree

  init(at url: URL) throws {
    path = url.path(percentEncoded: false)
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw ThemeError(
        file: path, problem: "the file cannot be read",
        remedy: "Check that it is there and that you may read it.")
    }
    do {
      root = try TOMLTree(data: data, file: path)
    } catch let error as TOMLError {
      let reason = error.reason.hasSuffix(".") ? String(error.reason.dropLast()) : error.reason
      throw ThemeError(
        file: path, line: error.place?.line, problem: reason, remedy: "Correct the TOML there.")
    }
  }

  /// An error about a key; its line is the key's, or that of the table around it.
  func error(_ key: [String], _ problem: String, remedy: String) -> ThemeError {
    ThemeError(
      file: path, line: line(of: key), key: key.map(Self.quoted).joined(separator: "."),
      problem: problem, remedy: remedy)
  }

  /// A table below the root; empty where there is none.
  func entries(of name: String) throws -> [TOMLTree.Entry] {
    guard let value = root[name] else { return [] }
    guard let entries = value.entries else {
      throw error([name], "this is not a table", remedy: "Write it as [\(name)].")
    }
    return entries
  }

  private func line(of key: [String]) -> Int? {
    var node = root
    for name in key {
      guard let child = node[name] else { break }
      node = child
    }
    return node.place?.line
  }

  private static func quoted(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" } ? name : "\"\(name)\""
  }
}
