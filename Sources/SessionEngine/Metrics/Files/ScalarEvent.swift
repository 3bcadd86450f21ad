/// The scalars of one event of TensorBoard.
///
/// Source: `tensorflow/core/util/event.proto`, `framework/summary.proto`, `framework/tensor.proto`:
/// Event { wall_time = 1, step = 2, summary = 5 }, Summary { value = 1 }, Value { tag = 1,
/// simple_value = 2, tensor = 8 }, TensorProto { dtype = 1, tensor_content = 4, float_val = 5,
/// double_val = 6, int_val = 7, int64_val = 10 }.
struct ScalarEvent: Sendable, Hashable {
  struct Scalar: Sendable, Hashable {
    let tag: String
    let value: Double
  }

  /// Seconds since 1970, by the writer's clock.
  private(set) var wallTime: Double = 0
  private(set) var step: Int = 0
  private(set) var scalars: [Scalar] = []

  typealias Bytes = UnsafeRawBufferPointer

  init(_ bytes: Bytes) {
    var reader = ProtobufReader(bytes)
    while let (field, value) = reader.next() {
      switch (field, value) {
      case (1, .fixed64(let bits)): wallTime = Double(bitPattern: bits)
      case (2, .varint(let bits)): step = Int(truncatingIfNeeded: bits)
      case (5, .bytes(let summary)): readSummary(summary)
      default: break
      }
    }
  }

  private mutating func readSummary(_ bytes: Bytes) {
    var reader = ProtobufReader(bytes)
    while let (field, value) = reader.next() {
      if case (1, .bytes(let item)) = (field, value), let scalar = Self.scalar(item) {
        scalars.append(scalar)
      }
    }
  }

  private static func scalar(_ bytes: Bytes) -> Scalar? {
    var reader = ProtobufReader(bytes)
    var tag = ""
    var number: Double?
    while let (field, value) = reader.next() {
      switch (field, value) {
      case (1, .bytes(let text)):
        tag = String(decoding: text.prefix(SeriesName.longest), as: UTF8.self)
      case (2, .fixed32(let bits)): number = Double(Float(bitPattern: bits))
      case (8, .bytes(let tensor)): number = number ?? Self.number(tensor)
      default: break
      }
    }
    guard !tag.isEmpty, let number, number.isFinite else { return nil }
    return Scalar(tag: tag, value: number)
  }

  /// The number of a tensor that holds exactly one.
  private static func number(_ bytes: Bytes) -> Double? {
    var reader = ProtobufReader(bytes)
    var kind: UInt64 = 0
    var content: Bytes?
    var numbers: [Double] = []
    while let (field, value) = reader.next() {
      switch (field, value) {
      case (1, .varint(let type)): kind = type
      case (4, .bytes(let bytes)): content = bytes
      case (5, .fixed32(let bits)): numbers.append(Double(Float(bitPattern: bits)))
      case (5, .bytes(let packed)) where packed.count == 4: numbers += Self.packed(packed, 1)
      case (6, .fixed64(let bits)): numbers.append(Double(bitPattern: bits))
      case (6, .bytes(let packed)) where packed.count == 8: numbers += Self.packed(packed, 2)
      case (7, .varint(let bits)), (10, .varint(let bits)):
        numbers.append(Double(Int64(bitPattern: bits)))
      case (7, .bytes(let packed)), (10, .bytes(let packed)):
        var inside = ProtobufReader(packed)
        while let bits = inside.varint() { numbers.append(Double(Int64(bitPattern: bits))) }
      case (5, _), (6, _): return nil
      default: break
      }
    }
    if let content { numbers += packed(content, kind) }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// One number of TensorFlow's types DT_FLOAT (1), DT_DOUBLE (2), DT_INT32 (3), DT_INT64 (9).
  private static func packed(_ bytes: Bytes, _ kind: UInt64) -> [Double] {
    switch (kind, bytes.count) {
    case (1, 4):
      [Double(Float(bitPattern: .init(littleEndian: bytes.loadUnaligned(as: UInt32.self))))]
    case (2, 8): [Double(bitPattern: .init(littleEndian: bytes.loadUnaligned(as: UInt64.self)))]
    case (3, 4): [Double(Int32(littleEndian: bytes.loadUnaligned(as: Int32.self)))]
    case (9, 8): [Double(Int64(littleEndian: bytes.loadUnaligned(as: Int64.self)))]
    default: []
    }
  }
}
