/// Bytes that wait until the other side takes them.
struct PendingBytes {
  private var bytes: [UInt8] = []
  private var start = 0

  var count: Int { bytes.count - start }
  var isEmpty: Bool { count == 0 }

  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Offers what waits; the consumer answers how many it took, or nil to have all dropped.
  mutating func drain(_ consumer: (UnsafeRawBufferPointer) -> Int?) {
    guard !isEmpty else { return }
    let taken = bytes.withUnsafeBytes { whole in
      consumer(UnsafeRawBufferPointer(rebasing: whole[start...]))
    }
    start += taken ?? count
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.count <= 65_536)
      start = 0
    } else if start > 65_536 {
      bytes.removeFirst(start)
      start = 0
    }
  }
}
