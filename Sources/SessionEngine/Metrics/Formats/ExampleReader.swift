/// Reads what PyTorch's MNIST example prints: `Train Epoch: 1 [640/60000 (1%)]	Loss: 1.42` and
/// `Test set: Average loss: 0.0274, Accuracy: 9822/10000 (98%)`.
enum ExampleReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  struct Training {
    var epoch: Int
    /// Pictures of the epoch that have been seen, and how many it has.
    var done: Int
    var total: Int
    var loss: Double
  }

  struct Test {
    var loss: Double
    /// 0 to 1.
    var accuracy: Double
  }

  static func training(_ line: Bytes) -> Training? {
    guard ByteSearch.has("Train Epoch: ", in: line),
      let open = ByteSearch.first(" [", in: line, from: 13),
      let slash = ByteSearch.first(UInt8(ascii: "/"), in: line, from: open),
      let space = ByteSearch.first(0x20, in: line, from: slash),
      let loss = ByteSearch.first("Loss: ", in: line, from: space),
      let epoch = FigureText.count(ByteSearch.slice(line, 13..<open)),
      let done = FigureText.count(ByteSearch.slice(line, open + 2..<slash)),
      let total = FigureText.count(ByteSearch.slice(line, slash + 1..<space)), total > 0,
      let value = FigureText.number(
        ByteSearch.slice(line, ByteSearch.trimmed(line, loss + 6..<line.count)))
    else { return nil }
    return Training(epoch: epoch, done: min(done, total), total: total, loss: value)
  }

  static func test(_ line: Bytes) -> Test? {
    guard ByteSearch.has("Test set: Average loss: ", in: line),
      let comma = ByteSearch.first(", Accuracy: ", in: line, from: 24),
      let slash = ByteSearch.first(UInt8(ascii: "/"), in: line, from: comma),
      let space = ByteSearch.first(0x20, in: line, from: slash),
      let loss = FigureText.number(ByteSearch.slice(line, 24..<comma)),
      let right = FigureText.count(ByteSearch.slice(line, comma + 12..<slash)),
      let total = FigureText.count(ByteSearch.slice(line, slash + 1..<space)),
      total > 0, right <= total
    else { return nil }
    return Test(loss: loss, accuracy: Double(right) / Double(total))
  }
}
