/// Reads tqdm's bars, and Lightning's, which are the same:
/// `Epoch 1:  45%|████▌ | 450/1000 [00:12<00:15, 36.2it/s, loss=0.42]`.
///
enum BarReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let pipe = UInt8(ascii: "|")

  /// The places that matter in a bar.
  struct Parts {
    var label: Range<Int>
    var percent: Int
    var done: Range<Int>
    var total: Range<Int>
    /// Between the brackets; nil where the bar has not come so far.
    var inside: Range<Int>?
  }

  /// Nil when the line is no bar.
  static func parts(of line: Bytes) -> Parts? {
    guard let first = ByteSearch.first(pipe, in: line), first > 0,
      line[first - 1] == UInt8(ascii: "%")
    else { return nil }
    var start = first - 1
    while start > 0, FigureText.isDigit(line[start - 1]) { start -= 1 }
    guard let percent = FigureText.count(ByteSearch.slice(line, start..<first - 1)),
      percent <= 100, let second = ByteSearch.first(pipe, in: line, from: first + 1)
    else { return nil }
    var label = ByteSearch.trimmed(line, 0..<start)
    if label.last.map({ line[$0] }) == UInt8(ascii: ":") { label = label.dropLast() }
    let counts = ByteSearch.trimmed(line, second + 1..<line.count)
    guard let slash = ByteSearch.first(UInt8(ascii: "/"), in: line, from: counts.lowerBound),
      let space = ByteSearch.first(0x20, in: line, from: slash)
    else { return nil }
    let bracket = ByteSearch.trimmed(line, space..<line.count)
    return Parts(
      label: label, percent: percent, done: counts.lowerBound..<slash, total: slash + 1..<space,
      inside: inside(line, bracket))
  }

  /// What stands between the brackets; tqdm cuts a bar off at the terminal's edge, and then without
  /// the last field, of which the end may be missing.
  private static func inside(_ line: Bytes, _ bracket: Range<Int>) -> Range<Int>? {
    guard let first = bracket.first, line[first] == UInt8(ascii: "[") else { return nil }
    if line[bracket.upperBound - 1] == UInt8(ascii: "]") { return bracket.dropFirst().dropLast() }
    return bracket.last { line[$0] == UInt8(ascii: ",") }.map { first + 1..<$0 }
  }

  static func state(_ parts: Parts, of line: Bytes) -> BarState {
    let done = FigureText.count(ByteSearch.slice(line, parts.done))
    let total = FigureText.count(ByteSearch.slice(line, parts.total))
    var fraction = Double(parts.percent) / 100
    if let done, let total, total > 0 { fraction = min(1, Double(done) / Double(total)) }
    return BarState(
      label: text(line, parts.label), done: text(line, parts.done), total: text(line, parts.total),
      fraction: fraction)
  }

  private static func text(_ line: Bytes, _ range: Range<Int>) -> String {
    String(decoding: line[range].prefix(80), as: UTF8.self)
  }

  /// Bars of Lightning beside the training: their speed and counts are not its.
  static func isAside(_ label: Bytes) -> Bool {
    ByteSearch.has("Validation", in: label) || ByteSearch.has("Testing", in: label)
      || ByteSearch.has("Sanity Checking", in: label) || ByteSearch.has("Predicting", in: label)
  }

  /// The fields behind the times: the speed first, then `name=value`.
  static func forEachField(_ line: Bytes, _ inside: Range<Int>, _ body: (Bytes) -> Void) {
    guard var start = ByteSearch.first(UInt8(ascii: ","), in: line, from: inside.lowerBound) else {
      return
    }
    while start < inside.upperBound {
      let end =
        ByteSearch.first(UInt8(ascii: ","), in: line, from: start + 1).map {
          min($0, inside.upperBound)
        } ?? inside.upperBound
      body(ByteSearch.slice(line, ByteSearch.trimmed(line, start + 1..<end)))
      start = end
    }
  }

  /// A speed's series and value; nil for units such as bytes, and for a speed not known yet.
  static func speed(_ field: Bytes) -> (series: StaticString, value: Double)? {
    var end = 0
    while end < field.count, FigureText.isDigit(field[end]) || field[end] == UInt8(ascii: ".") {
      end += 1
    }
    guard let number = FigureText.number(ByteSearch.slice(field, 0..<end)), number > 0 else {
      return nil
    }
    switch String(decoding: field[end...], as: UTF8.self) {
    case "it/s", "batch/s", "step/s": return ("iterations_per_second", number)
    case "s/it", "s/batch", "s/step": return ("iterations_per_second", 1 / number)
    case "img/s", "image/s", "images/s": return ("images_per_second", number)
    default: return nil
    }
  }

  /// The epoch a label names, such as `Epoch 3` or `Epoch 3/10`.
  static func epoch(_ label: Bytes) -> (number: Int, planned: Int?)? {
    guard ByteSearch.has("Epoch ", in: label) || ByteSearch.has("epoch ", in: label) else {
      return nil
    }
    let text = ByteSearch.slice(label, ByteSearch.trimmed(label, 6..<label.count))
    guard let slash = ByteSearch.first(UInt8(ascii: "/"), in: text) else {
      return FigureText.count(text).map { ($0, nil) }
    }
    guard let number = FigureText.count(ByteSearch.slice(text, 0..<slash)),
      let planned = FigureText.count(ByteSearch.slice(text, slash + 1..<text.count))
    else { return nil }
    return (number, planned)
  }
}
