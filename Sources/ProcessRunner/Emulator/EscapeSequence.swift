/// Finds escape sequences in a program's output (ECMA-48, 5.4).
enum EscapeSequence {
  private static let escape: UInt8 = 0x1B
  private static let controlSequence = UInt8(ascii: "[")
  private static let finalBytes: ClosedRange<UInt8> = 0x40...0x7E

  /// The place behind the first sequence, or the end where there is none.
  static func endOfFirst(in bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    guard let start = bytes.firstIndex(of: escape), start + 1 < bytes.endIndex else {
      return bytes.endIndex
    }
    guard bytes[start + 1] == controlSequence else { return start + 2 }
    let last = bytes[(start + 2)...].firstIndex { finalBytes.contains($0) }
    return last.map { $0 + 1 } ?? bytes.endIndex
  }
}
