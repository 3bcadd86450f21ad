/// One line of a document: its text without the ending, and the ending.
public struct Line: Sendable, Equatable {
  public var text: String
  public var ending: LineEnding

  public init(_ text: String, ending: LineEnding) {
    self.text = text
    self.ending = ending
  }

  /// Bytes the line takes in the file, in UTF-8.
  public var byteCount: Int { text.utf8.count + ending.rawValue.utf8.count }

  /// Equal byte for byte; Swift's own string equality would take two spellings of é for one.
  public static func == (left: Line, right: Line) -> Bool {
    left.ending == right.ending && left.text.utf8.elementsEqual(right.text.utf8)
  }
}
