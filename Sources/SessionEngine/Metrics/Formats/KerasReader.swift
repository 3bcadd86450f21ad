/// Reads what Keras prints: `Epoch 3/10`, and its bars in the forms of Keras 2 and 3:
/// `469/469 [====] - 3s 6ms/step - loss: 0.2 - accuracy: 0.94`, or with `━━━` and without ` - `
/// before the time.
enum KerasReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  struct Parts {
    var done: Int
    /// Nil in the first epoch over a data set of unknown length.
    var total: Int?
    /// The names and values, as places in the line.
    var items: [(name: Range<Int>, value: Range<Int>)]
  }

  static func header(_ line: Bytes) -> (epoch: Int, planned: Int)? {
    guard ByteSearch.has("Epoch ", in: line) else { return nil }
    let text = ByteSearch.slice(line, ByteSearch.trimmed(line, 6..<line.count))
    guard let slash = ByteSearch.first(UInt8(ascii: "/"), in: text),
      let epoch = FigureText.count(ByteSearch.slice(text, 0..<slash)),
      let planned = FigureText.count(ByteSearch.slice(text, slash + 1..<text.count)),
      epoch >= 1, planned >= epoch
    else { return nil }
    return (epoch, planned)
  }

  /// Nil when the line, whose first word begins with a digit, is no bar.
  static func parts(of line: Bytes, from start: Int) -> Parts? {
    var place = start
    while place < line.count, FigureText.isDigit(line[place]) { place += 1 }
    guard place < line.count, line[place] == UInt8(ascii: "/"),
      let done = FigureText.count(ByteSearch.slice(line, start..<place)),
      let space = ByteSearch.first(0x20, in: line, from: place)
    else { return nil }
    let last = place + 1..<space
    let total = FigureText.count(ByteSearch.slice(line, last))
    guard total != nil || ByteSearch.slice(line, last).elementsEqual("Unknown".utf8) else {
      return nil
    }
    guard total.map({ done <= $0 }) ?? true, hasForm(line, from: space) else { return nil }
    return Parts(done: done, total: total, items: items(line, from: space))
  }

  /// Whether a bar or a time stands behind the count.
  private static func hasForm(_ line: Bytes, from start: Int) -> Bool {
    let rest = ByteSearch.trimmed(line, start..<line.count)
    guard let first = rest.first else { return false }
    if line[first] == UInt8(ascii: "[") {
      return ByteSearch.first(UInt8(ascii: "]"), in: line, from: first) != nil
    }
    // The bar of Keras 3 is made of U+2501.
    if ByteSearch.has("\u{2501}", in: line, at: first) { return true }
    guard ByteSearch.has("- ", in: line, at: first) else { return isTime(line, first) }
    return isTime(line, first + 2)
  }

  /// `3s`, `12ms/step`: digits, then a unit of time.
  private static func isTime(_ line: Bytes, _ start: Int) -> Bool {
    var place = start
    while place < line.count, FigureText.isDigit(line[place]) { place += 1 }
    guard place > start else { return false }
    return ByteSearch.has("s", in: line, at: place) || ByteSearch.has("ms", in: line, at: place)
  }

  private static func items(
    _ line: Bytes, from start: Int
  ) -> [(name: Range<Int>, value: Range<Int>)] {
    var items: [(name: Range<Int>, value: Range<Int>)] = []
    var place = start
    while let dash = ByteSearch.first(" - ", in: line, from: place) {
      let from = dash + 3
      let end = ByteSearch.first(" - ", in: line, from: from) ?? line.count
      if let colon = ByteSearch.first(": ", in: line, from: from), colon < end {
        items.append((from..<colon, ByteSearch.trimmed(line, colon + 2..<end)))
      }
      place = from
    }
    return items
  }
}
