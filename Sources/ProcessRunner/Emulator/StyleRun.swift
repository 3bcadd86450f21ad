/// Neighbouring cells of one style, written in 1 to 13 bytes: a head that says what follows, then
/// the length where it is not 1, the two colours and the attributes where they are not the plain.
struct StyleRun {
  /// Colours as `PackedColor` has them: the kind (2 bits) is in the head, its value follows.
  private static let backgroundShift: UInt8 = 2
  private static let hasAttributes: UInt8 = 1 << 4
  private static let hasLength: UInt8 = 1 << 5
  static let largestSize = 13

  /// A cell without content in the style.
  let style: PackedCell
  /// 1 to 65,535 cells.
  let length: Int

  init(_ cell: PackedCell, length: Int) {
    style = PackedCell(
      foreground: cell.foreground, background: cell.background, attributes: cell.attributes)
    self.length = length
  }

  var size: Int {
    1 + style.foreground.valueSize + style.background.valueSize + (style.attributes == 0 ? 0 : 2)
      + (length == 1 ? 0 : 2)
  }

  /// Returns how many bytes were written.
  func write(to memory: UnsafeMutableRawPointer) -> Int {
    var head = style.foreground.kind | style.background.kind << Self.backgroundShift
    if style.attributes != 0 { head |= Self.hasAttributes }
    if length != 1 { head |= Self.hasLength }
    memory.storeBytes(of: head, as: UInt8.self)
    var place = 1
    if length != 1 {
      memory.storeBytes(
        of: UInt16(truncatingIfNeeded: length), toByteOffset: place, as: UInt16.self)
      place += 2
    }
    place += style.foreground.writeValue(to: memory + place)
    place += style.background.writeValue(to: memory + place)
    if style.attributes != 0 {
      memory.storeBytes(of: style.attributes, toByteOffset: place, as: UInt16.self)
      place += 2
    }
    return place
  }

  /// Reads a run and moves the place behind it.
  init(from place: inout UnsafeRawPointer) {
    let head = place.load(as: UInt8.self)
    place += 1
    length = head & Self.hasLength != 0 ? Int(Self.readWord(&place)) : 1
    let foreground = PackedColor(kind: head & 3, valueAt: &place)
    let background = PackedColor(kind: head >> Self.backgroundShift & 3, valueAt: &place)
    let attributes = head & Self.hasAttributes != 0 ? Self.readWord(&place) : 0
    style = PackedCell(foreground: foreground, background: background, attributes: attributes)
  }

  private static func readWord(_ place: inout UnsafeRawPointer) -> UInt16 {
    defer { place += 2 }
    return place.loadUnaligned(as: UInt16.self)
  }
}

extension PackedColor {
  /// 0 the terminal's own, 1 of the palette, 2 of 24 bits.
  fileprivate var kind: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 24) }

  fileprivate var valueSize: Int {
    switch kind {
    case 0: 0
    case 1: 1
    default: 3
    }
  }

  fileprivate func writeValue(to memory: UnsafeMutableRawPointer) -> Int {
    for index in 0..<valueSize {
      memory.storeBytes(
        of: UInt8(truncatingIfNeeded: rawValue >> (8 * UInt32(index))), toByteOffset: index,
        as: UInt8.self)
    }
    return valueSize
  }

  fileprivate init(kind: UInt8, valueAt place: inout UnsafeRawPointer) {
    var value = UInt32(kind) << 24
    let size = kind == 0 ? 0 : kind == 1 ? 1 : 3
    for index in 0..<size {
      value |= UInt32(place.load(fromByteOffset: index, as: UInt8.self)) << (8 * UInt32(index))
    }
    place += size
    self.init(rawValue: value)
  }
}
