import TerminalCore

/// The pen as SGR sets it (ECMA-48, 8.3.117; ISO 8613-6 and xterm for colours).
extension EmulatorState {
  /// Takes the parameters of one sequence.
  mutating func setRendition(_ parameters: RenditionReader.Parameters) {
    let (values, count, joins) = (parameters.values, parameters.count, parameters.joins)
    var index = 0
    while index < count {
      let value = values[index]
      var next = index + 1
      while next < count, joins & (1 << UInt32(next)) != 0 { next += 1 }
      switch value {
      case 38, 48, 58:
        let colour = Self.colour(values, from: index + 1, joinedEnd: next, count: count)
        if let packed = colour.color {
          if value == 38 { pen.foreground = packed }
          if value == 48 { pen.background = packed }
        }
        next = colour.end
      case 4: set(.underline, next == index + 1 || values[index + 1] != 0)
      default: setRendition(value)
      }
      index = next
    }
  }

  @inline(__always)
  private mutating func setRendition(_ value: UInt16) {
    switch value {
    case 0: pen = PackedCell()
    case 30...37: pen.foreground = PackedColor(palette: UInt8(value - 30))
    case 39: pen.foreground = .terminalDefault
    case 40...47: pen.background = PackedColor(palette: UInt8(value - 40))
    case 49: pen.background = .terminalDefault
    case 90...97: pen.foreground = PackedColor(palette: UInt8(value - 90 + 8))
    case 100...107: pen.background = PackedColor(palette: UInt8(value - 100 + 8))
    default: setAttribute(value)
    }
  }

  private mutating func setAttribute(_ value: UInt16) {
    switch value {
    case 1: set(.bold, true)
    case 2: set(.faint, true)
    case 3: set(.italic, true)
    case 5, 6: set(.blink, true)
    case 7: set(.reverse, true)
    case 8: set(.hidden, true)
    case 9: set(.strikethrough, true)
    case 21: set(.underline, true)
    case 22: set([.bold, .faint], false)
    case 23: set(.italic, false)
    case 24: set(.underline, false)
    case 25: set(.blink, false)
    case 27: set(.reverse, false)
    case 28: set(.hidden, false)
    case 29: set(.strikethrough, false)
    default: break
    }
  }

  private mutating func set(_ attributes: Attributes, _ isOn: Bool) {
    if isOn {
      pen.attributes |= attributes.rawValue
    } else {
      pen.attributes &= ~attributes.rawValue
    }
  }

  /// A colour behind 38, 48 or 58: `5;N` or `2;R;G;B`, or the same behind colons, where a colour
  /// space may stand before the three.
  private static func colour(
    _ values: UnsafePointer<UInt16>, from start: Int, joinedEnd: Int, count: Int
  ) -> (color: PackedColor?, end: Int) {
    guard start < count else { return (nil, count) }
    let isJoined = joinedEnd > start
    let limit = isJoined ? joinedEnd : count
    switch values[start] {
    case 5:
      guard start + 1 < limit else { return (nil, limit) }
      let color = UInt8(exactly: values[start + 1]).map(PackedColor.init(palette:))
      return (color, isJoined ? joinedEnd : start + 2)
    case 2:
      let first = isJoined && joinedEnd - start > 4 ? start + 2 : start + 1
      guard first + 2 < limit else { return (nil, limit) }
      let end = isJoined ? joinedEnd : first + 3
      guard let red = UInt8(exactly: values[first]), let green = UInt8(exactly: values[first + 1]),
        let blue = UInt8(exactly: values[first + 2])
      else { return (nil, end) }
      return (PackedColor(red: red, green: green, blue: blue), end)
    default: return (nil, isJoined ? joinedEnd : start + 1)
    }
  }
}
