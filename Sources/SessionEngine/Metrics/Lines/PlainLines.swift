/// Cuts a program's output into lines of plain text for people: no escape sequence gets through.
public struct PlainLines: Sendable {
  private var splitter = LineSplitter()

  public init() {}

  /// Takes more bytes and hands over every line they complete, each state of a progress bar too.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer, _ tell: (String) -> Void) {
    splitter.feed(bytes) { line, _ in tell(String(decoding: line, as: UTF8.self)) }
  }

  /// Hands over what stands behind the last line break, if anything.
  public mutating func finish(_ tell: (String) -> Void) {
    splitter.finish { line, _ in tell(String(decoding: line, as: UTF8.self)) }
  }
}
