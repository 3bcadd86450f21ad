/// Cuts TensorBoard's event files into records: a length of 8 bytes, its checksum, the data, and
/// the data's checksum, all little-endian.
struct EventRecords: Sendable {
  /// No scalar's record is larger; pictures and histograms may be, and are passed over by their
  /// length.
  static let largestRecord = 64 << 20

  enum Outcome: Sendable, Hashable {
    /// How many bytes were whole records; what follows is not all there yet.
    case read(Int)
    /// A checksum is wrong at this place, or a length is impossible.
    case damaged(at: Int)
  }

  private let crc = MaskedCRC()

  func read(
    _ bytes: UnsafeRawBufferPointer, _ record: (UnsafeRawBufferPointer) -> Void
  ) -> Outcome {
    var place = 0
    while bytes.count - place >= 12 {
      let head = UnsafeRawBufferPointer(rebasing: bytes[place..<place + 8])
      let length = UInt64(littleEndian: head.loadUnaligned(as: UInt64.self))
      guard crc.of(head) == word(bytes, place + 8), length <= Self.largestRecord else {
        return .damaged(at: place)
      }
      let end = place + 12 + Int(length)
      guard bytes.count - end >= 4 else { break }
      let data = UnsafeRawBufferPointer(rebasing: bytes[place + 12..<end])
      guard crc.of(data) == word(bytes, end) else { return .damaged(at: place) }
      record(data)
      place = end + 4
    }
    return .read(place)
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}
