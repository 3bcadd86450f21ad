/// Makes a rate of a counter of bytes that starts again at 0 when it is full.
struct NVMLByteCounter {
  private var last: (count: UInt64, time: Double)?

  /// - Parameters:
  ///   - count: What the counter shows.
  ///   - time: When, in seconds.
  /// - Returns: Bytes a second since the last call; nil at the first, and when no time has passed.
  mutating func rate(_ count: UInt64, at time: Double) -> Double? {
    guard let last else {
      last = (count, time)
      return nil
    }
    let seconds = time - last.time
    guard seconds > 0 else { return nil }
    self.last = (count, time)
    if count >= last.count { return Double(count - last.count) / seconds }
    // A counter of 32 bits starts again at 0; one of 64 bits that is smaller was reset.
    guard last.count <= UInt64(UInt32.max) else { return nil }
    return Double(count + (UInt64(1) << 32) - last.count) / seconds
  }
}
