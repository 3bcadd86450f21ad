import Foundation
import TOMLKit

/// A theme's file as it was read, with the places of its keys.
struct ThemeFile {
  let path: String
  let table: TOMLTable
  private let lines: [Substring]

  init(at url: URL) throws {
    path = url.path(percentEncoded: false)
    let text: String
    do {
      text = try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw ThemeError(
        file: path, problem: "the file cannot be read as UTF-8 text",
        remedy: "Check that it is there and that you may read it.")
    }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeError(
        file: path, line: error.source.begin.line, problem: "\(error.description)",
        remedy: "Correct the TOML there.")
    }
  }

  /// An error about a key; its line is the first that begins with the key's name.
  func error(_ key: [String], _ problem: String, remedy: String) -> ThemeError {
    ThemeError(
      file: path, line: line(of: key), key: key.map(Self.quoted).joined(separator: "."),
      problem: problem, remedy: remedy)
  }

  /// A table below the root; empty where there is none.
  func table(_ name: String) throws -> TOMLTable {
    guard let value = table[name] else { return TOMLTable() }
    guard let table = value.table else {
      throw error([name], "this is not a table", remedy: "Write it as [\(name)].")
    }
    return table
  }

  private func line(of key: [String]) -> Int? {
    let isHeading = { (line: Substring) in line.hasPrefix("[\(key[0])") }
    let section = lines.firstIndex(where: isHeading) ?? 0
    for name in key.dropFirst().reversed() + [key[0]] {
      let spellings = ["\(name) =", "\(name)=", "\"\(name)\" =", "\"\(name)\"=", "[\(name)]"]
      let index = lines[section...].firstIndex { line in
        let text = line.drop { $0 == " " || $0 == "\t" }
        return spellings.contains { text.hasPrefix($0) }
      }
      if let index { return index + 1 }
    }
    return nil
  }

  private static func quoted(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" } ? name : "\"\(name)\""
  }
}
