import Foundation
import TOMLKit

/// Parses the text of a manifest to values with places.
struct ManifestDocument {
  /// The largest file that is read, in bytes.
  static let largestFile = 1024 * 1024

  let root: ManifestNode

  /// - Throws: `PixiManifestError`
  init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PixiManifestError(
        file: file, line: nil, reason: "it does not exist or cannot be read.")
    }
    try self.init(data: data, file: file)
  }

  /// - Throws: `PixiManifestError`
  init(data: Data, file: String) throws {
    guard let text = String(validating: data, as: UTF8.self) else {
      let place = Self.firstFault(in: data)
      throw PixiManifestError(
        file: file, line: place.line, column: place.column, reason: "it is not a text in UTF-8.")
    }
    try self.init(text: text, file: file)
  }

  /// - Throws: `PixiManifestError`
  init(text: String, file: String) throws {
    guard text.utf8.count <= Self.largestFile else {
      throw PixiManifestError(
        file: file, line: nil,
        reason: "it is larger than \(Self.largestFile / 1024) KiB, which no manifest is.")
    }
    try Self.checkCharacters(of: text, file: file)
    var scanner = TOMLPlaceScanner(text, file: file)
    let places = try scanner.scan()
    do {
      let table = try TOMLTable(string: text)
      root = ManifestNodeBuilder(places: places, file: file).node(of: table)
      // The parser's tables have no owner: what is not cleared stays until the program ends.
      table.clear()
    } catch let error as TOMLParseError {
      throw PixiManifestError(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        reason: error.description + (error.description.hasSuffix(".") ? "" : "."))
    } catch {
      throw PixiManifestError(file: file, line: nil, reason: "\(error)")
    }
  }

  /// The parser takes a text that ends at the first NUL.
  private static func checkCharacters(
    of text: String, file: String
  ) throws {
    guard let fault = text.utf8.firstIndex(of: 0) else { return }
    let place = end(of: text[..<fault])
    throw PixiManifestError(
      file: file, line: place.line, column: place.column,
      reason: "there is a NUL character, which no TOML text may have.")
  }

  /// Of the first byte that is not UTF-8.
  private static func firstFault(in data: Data) -> TextPlace {
    var valid = 0
    var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    while let line = lines.first, String(validating: line, as: UTF8.self) != nil {
      valid += 1
      lines = lines.dropFirst()
    }
    let line = lines.first ?? Data()
    let text = String(decoding: line, as: UTF8.self)
    let column = text.unicodeScalars.prefix { $0 != "\u{FFFD}" }.count
    return TextPlace(line: valid + 1, column: column + 1)
  }

  private static func end(of text: Substring) -> TextPlace {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let last = lines.last.map { $0.count { $0 & 0xC0 != 0x80 } } ?? 0
    return TextPlace(line: max(1, lines.count), column: last + 1)
  }
}
