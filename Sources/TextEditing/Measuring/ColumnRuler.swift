/// Measures text in terminal columns with tab stops; the width of a character comes from outside,
/// and is 1 for printable ASCII.
public struct ColumnRuler: Sendable {
  /// Columns between tab stops, at least 1.
  public let tabWidth: Int
  private let widthOf: @Sendable (Character) -> Int

  public init(tabWidth: Int, widthOf: @escaping @Sendable (Character) -> Int) {
    self.tabWidth = max(1, tabWidth)
    self.widthOf = widthOf
  }

  /// The columns a character takes when it begins at a column.
  public func columns(of character: Character, at column: Int) -> Int {
    character == "\t" ? tabWidth - column % tabWidth : widthOf(character)
  }

  /// The column at which the character with this index begins.
  public func displayColumn(of index: Int, in text: String) -> Int {
    var column = 0
    if text.isASCII {
      for byte in text.utf8.prefix(index) { column += columns(of: byte, at: column) }
    } else {
      for character in text.prefix(index) { column += columns(of: character, at: column) }
    }
    return column
  }

  /// The index of the character that covers a column, or the text's length behind its end.
  public func index(at target: Int, in text: String) -> Int {
    var column = 0
    var index = 0
    if text.isASCII {
      for byte in text.utf8 {
        column += columns(of: byte, at: column)
        if column > target { return index }
        index += 1
      }
    } else {
      for character in text {
        column += columns(of: character, at: column)
        if column > target { return index }
        index += 1
      }
    }
    return index
  }

  private func columns(of ascii: UInt8, at column: Int) -> Int {
    if ascii >= 0x20, ascii < 0x7F { return 1 }
    return columns(of: Character(UnicodeScalar(ascii)), at: column)
  }
}
