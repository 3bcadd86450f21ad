/// Reads SGR sequences straight from a program's output, for colours stand before every word.
struct RenditionReader {
  /// Parameters kept of one sequence.
  static let most = 32
  private let values: UnsafeMutablePointer<UInt16>

  /// The parameters of one sequence, up to the next one that is read.
  struct Parameters {
    let values: UnsafePointer<UInt16>
    var count = 0
    /// Bit by bit, whether a parameter stands behind a colon.
    var joins: UInt32 = 0
    /// Bytes of the sequence that have been read.
    var length = 0
  }

  init() {
    values = .allocate(capacity: Self.most)
    values.initialize(repeating: 0, count: Self.most)
  }

  func deallocate() {
    values.deallocate()
  }

  /// Reads parameters and the final `m` of a sequence; nil when it is none, or not complete.
  @inline(__always)
  func read(_ bytes: UnsafePointer<UInt8>, count available: Int) -> Parameters? {
    var place = 0
    var value: UInt32 = 0
    var parameters = Parameters(values: values)
    while place < available {
      let byte = bytes[place]
      place += 1
      if byte >= 0x30, byte <= 0x39 {
        value = min(value &* 10 &+ UInt32(byte &- 0x30), 65_535)
        continue
      }
      if parameters.count < Self.most {
        values[parameters.count] = UInt16(truncatingIfNeeded: value)
        parameters.count += 1
      }
      value = 0
      switch byte {
      case 0x3A:
        if parameters.count < Self.most { parameters.joins |= 1 << UInt32(parameters.count) }
      case 0x3B: break
      case UInt8(ascii: "m"):
        parameters.length = place
        return parameters
      default: return nil
      }
    }
    return nil
  }
}
