/// The last lines of output, kept as bytes until somebody asks for them.
struct RecentLines {
  private let limit: Int
  private var bytes: [UInt8] = []
  /// Behind each line's last byte; every line ends with a line feed.
  private var ends: [Int] = []

  init(limit: Int) {
    self.limit = limit
  }

  mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
    // Dropping half of twice as many costs each line one move at most.
    if ends.count >= limit * 2 { dropOldest(ends.count - limit) }
    bytes.append(contentsOf: line)
    bytes.append(0x0A)
    ends.append(bytes.count)
  }

  /// The lines with a line feed between them.
  var text: String {
    guard let end = ends.last else { return "" }
    let start = ends.count > limit ? ends[ends.count - limit - 1] : 0
    return String(decoding: bytes[start..<end - 1], as: UTF8.self)
  }

  private mutating func dropOldest(_ count: Int) {
    let cut = ends[count - 1]
    bytes.removeFirst(cut)
    ends.removeFirst(count)
    for index in ends.indices { ends[index] -= cut }
  }
}
