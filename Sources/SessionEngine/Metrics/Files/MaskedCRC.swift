/// The checksum of TensorFlow's record files: CRC-32C (Castagnoli), turned and shifted.
///
/// Source: TensorFlow's record format, `tensorflow/core/lib/hash/crc32c.h`: the checksum is rotated
/// right by 15 bits, and 0xA282EAD8 is added.
struct MaskedCRC: Sendable {
  private let table: [UInt32]

  init() {
    table = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in
        value & 1 == 1 ? (value >> 1) ^ 0x82F6_3B78 : value >> 1
      }
    }
  }

  func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var value: UInt32 = .max
    for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
    value = ~value
    return ((value >> 15) | (value << 17)) &+ 0xA282_EAD8
  }
}
