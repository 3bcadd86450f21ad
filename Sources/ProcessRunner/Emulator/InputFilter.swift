import Glibc

/// Prepares a child's output for libvterm 0.1, which moves the cursor off the screen for a C1
/// control written as UTF-8 (U+0080 to U+009F): such a pair of bytes becomes two NULs, which a
/// terminal ignores.
struct InputFilter {
  private static let lead: UInt8 = 0xC2
  private var heldLead = false

  /// Gives the bytes on, changed where they must be.
  mutating func pass(
    _ bytes: UnsafeRawBufferPointer, to consumer: (UnsafeRawBufferPointer) -> Void
  ) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    if !heldLead, memchr(base, Int32(Self.lead), bytes.count) == nil {
      consumer(bytes)
      return
    }
    var copy = heldLead ? [Self.lead] : []
    copy.append(contentsOf: bytes)
    heldLead = copy.last == Self.lead
    if heldLead { copy.removeLast() }
    var index = 0
    while index + 1 < copy.count {
      if copy[index] == Self.lead, (0x80...0x9F).contains(copy[index + 1]) {
        copy[index] = 0
        copy[index + 1] = 0
      }
      index += 1
    }
    copy.withUnsafeBytes(consumer)
  }
}
