import Foundation
import TOMLReading

/// A TOML file that was read and parsed, with the places of its keys.
struct TOMLDocument: Sendable {
  let file: String
  private let text: String
  let values: [String: TOMLNode]

  /// Larger files are refused: a workshop is written by hand.
  private static let largestFileBytes = 1 << 20

  init(_ url: URL, missing: String) throws(WorkshopError) {
    file = url.path(percentEncoded: false)
    let data = try Self.read(file, missing: missing)
    let text = try Self.decode(data, of: file)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw WorkshopError(
        file: file, what: "The file is empty.", remedy: "Write it, or restore it from its source.")
    }
    self.text = text
    values = try Self.parse(text, of: file)
  }

  /// The places of the keys; only errors need them, so that they are looked for only then.
  var lines: TOMLLineIndex { TOMLLineIndex(text) }

  /// The whole document as its outermost section.
  var root: TOMLSection { TOMLSection(document: self, path: "", values: values) }

  private static func read(_ file: String, missing: String) throws(WorkshopError) -> Data {
    guard let kind = FileKind(of: file) else {
      throw WorkshopError(file: file, what: "The file is not there.", remedy: missing)
    }
    guard case .regular(let bytes) = kind else {
      throw WorkshopError(
        file: file, what: "This is not a regular file.",
        remedy: "Put a plain file in its place; links are not followed.")
    }
    guard bytes <= largestFileBytes else {
      throw WorkshopError(
        file: file, what: "The file is larger than 1 MiB.",
        remedy: "Keep long texts in page.md and starter files.")
    }
    do {
      return try Data(contentsOf: URL(filePath: file))
    } catch {
      throw WorkshopError(
        file: file, what: "The file cannot be read.",
        remedy: "See its permissions with: ls -l \(file)")
    }
  }

  private static func decode(_ data: Data, of file: String) throws(WorkshopError) -> String {
    if let text = String(validating: data, as: UTF8.self), !text.utf8.contains(0) {
      let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
      return body.utf8.contains(0x0D) ? body.replacing("\r\n", with: "\n") : body
    }
    let readable = String(decoding: data, as: UTF8.self)
    let end = readable.firstIndex { $0 == "\u{FFFD}" || $0 == "\0" } ?? readable.startIndex
    let before = readable[..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let isNUL = end < readable.endIndex && readable[end] == "\0"
    throw WorkshopError(
      file: file, line: max(1, before.count), column: (before.last?.count ?? 0) + 1,
      what: isNUL
        ? "There is a NUL character, which no text has." : "The file is not UTF-8 text.",
      remedy: isNUL
        ? "Remove it, or restore the file from its source." : "Save it in the encoding UTF-8.")
  }

  private static func parse(
    _ text: String, of file: String
  ) throws(WorkshopError) -> [String: TOMLNode] {
    do {
      let tree = try TOMLTree(text: text, file: file, keepsPlaces: false)
      guard case .table(let values) = TOMLNode(tree) else { return [:] }
      return values
    } catch let error as TOMLError {
      throw WorkshopError(
        file: file, line: error.place?.line, column: error.place?.column,
        what: "This is not TOML: \(error.reason)",
        remedy: "Correct the line; the format is described at https://toml.io/en/v1.0.0.")
    } catch {
      throw WorkshopError(
        file: file, what: "This is not TOML: \(error).",
        remedy: "Correct the file; the format is described at https://toml.io/en/v1.0.0.")
    }
  }
}
