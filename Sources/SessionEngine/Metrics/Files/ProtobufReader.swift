/// Takes the fields of a protocol buffer off its bytes, as far as they are whole.
///
/// Source: Protocol Buffers, Encoding: a field is a number with its wire type, then the value.
struct ProtobufReader {
  typealias Bytes = UnsafeRawBufferPointer

  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    case bytes(Bytes)
    case fixed32(UInt32)
  }

  private let bytes: Bytes
  private var place = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  /// Nil at the end, and where the bytes are no message.
  mutating func next() -> (field: Int, value: Value)? {
    guard let tag = varint() else { return nil }
    let field = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0: return varint().map { (field, .varint($0)) }
    case 1:
      return take(8).map {
        (field, .fixed64(.init(littleEndian: $0.loadUnaligned(as: UInt64.self))))
      }
    case 2:
      guard let count = varint(), count <= UInt64(bytes.count - place) else { return nil }
      return take(Int(count)).map { (field, .bytes($0)) }
    case 5:
      return take(4).map {
        (field, .fixed32(.init(littleEndian: $0.loadUnaligned(as: UInt32.self))))
      }
    default: return nil
    }
  }

  mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    return nil
  }

  private mutating func take(_ count: Int) -> Bytes? {
    guard bytes.count - place >= count else { return nil }
    defer { place += count }
    return Bytes(rebasing: bytes[place..<place + count])
  }
}
