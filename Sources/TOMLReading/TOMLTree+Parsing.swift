import Foundation
import TOMLKit

extension TOMLTree {
  /// Parses a file's bytes.
  /// - Throws: `TOMLError`, also where the bytes are not UTF-8.
  public init(data: Data, file: String) throws {
    guard let text = String(validating: data, as: UTF8.self) else {
      throw TOMLError(at: Self.firstFault(in: data), reason: "it is not a text in UTF-8.")
    }
    try self.init(text: text, file: file)
  }

  /// Parses a text. What the parser would end the program at is refused before it gets there.
  /// - Parameter keepsPlaces: False for values without their places, and in no certain order,
  ///   which are read with less work; errors have their places all the same.
  /// - Throws: `TOMLError`
  public init(text: String, file: String, keepsPlaces: Bool = true) throws {
    try Self.checkCharacters(of: text)
    var scanner = TOMLPlaceScanner(text, keepsPlaces: keepsPlaces)
    let places = try scanner.scan()
    do {
      let table = try TOMLTable(string: text)
      self = TOMLTreeBuilder(places: places, file: file).tree(of: table)
      // The parser's tables have no owner: what is not cleared stays until the program ends.
      table.clear()
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw TOMLError(
        at: TextPlace(line: begin.line, column: begin.column),
        reason: error.description + (error.description.hasSuffix(".") ? "" : "."))
    } catch {
      throw TOMLError(at: nil, reason: "\(error).")
    }
  }

  /// The parser takes a text that ends at the first NUL.
  private static func checkCharacters(of text: String) throws {
    guard let fault = text.utf8.firstIndex(of: 0) else { return }
    throw TOMLError(
      at: end(of: text[..<fault]), reason: "there is a NUL character, which no TOML text may have.")
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
