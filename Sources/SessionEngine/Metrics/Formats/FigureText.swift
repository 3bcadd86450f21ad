import Foundation

/// Numbers as programs print them, read from their bytes.
enum FigureText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A finite decimal number that fills the bytes; a percentage is given as a share, and anything
  /// else, such as a unit, makes it no number.
  static func number(_ bytes: Bytes) -> Double? {
    guard let last = bytes.last else { return nil }
    if last == UInt8(ascii: "%") {
      return plain(Bytes(rebasing: bytes.dropLast())).map { $0 / 100 }
    }
    return plain(bytes)
  }

  /// A whole number from 0 to 10^12 that fills the bytes.
  static func count(_ bytes: Bytes) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 12 else { return nil }
    var value = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// A number of digits and at most one point, which a space or the end of the bytes follows; nil
  /// for every other, such as one with an exponent.
  static func leading(
    _ bytes: Bytes, from start: Int
  ) -> (value: Double, end: Int, hasPoint: Bool)? {
    var place = start
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var mantissa: UInt64 = 0
    var point = -1
    let first = place
    while place < bytes.count {
      let byte = bytes[place]
      if isDigit(byte) {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
      } else if byte == UInt8(ascii: "."), point < 0 {
        point = place
      } else {
        break
      }
      place += 1
    }
    let digits = place - first - (point < 0 ? 0 : 1)
    guard digits > 0, digits <= 15, place == bytes.count || bytes[place] == 0x20 else { return nil }
    // Both are exact doubles, so that one division rounds once and the result is the nearest.
    let value = point < 0 ? Double(mantissa) : Double(mantissa) / powers[place - point - 1]
    return (isNegative ? -value : value, place, point >= 0)
  }

  private static func plain(_ bytes: Bytes) -> Double? {
    var place = 0
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      place = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var behindPoint = 0
    var sawPoint = false
    while place < bytes.count {
      let byte = bytes[place]
      if isDigit(byte) {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        digits += 1
        if sawPoint { behindPoint += 1 }
      } else if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digits > 0, digits < 400 else { return nil }
    var exponent = 0
    if place < bytes.count {
      guard let read = Self.exponent(bytes, from: place) else { return nil }
      exponent = read
    }
    let power = exponent - behindPoint
    // Both parts are exact doubles, so that one operation rounds once and the result is the nearest.
    if digits <= 18, mantissa <= 1 << 53, power >= -22, power <= 22 {
      let value = Double(mantissa)
      let scaled = power < 0 ? value / powers[-power] : value * powers[power]
      return isNegative ? -scaled : scaled
    }
    let value = Double(String(decoding: bytes, as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func exponent(_ bytes: Bytes, from start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var place = start + 1
    var isNegative = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    guard place < bytes.count, bytes.count - place <= 4,
      let value = count(Bytes(rebasing: bytes[place...]))
    else { return nil }
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
