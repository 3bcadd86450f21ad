import TerminalCore

/// How many columns a character takes, as the layout counts; remembered, for text is long.
struct ScalarWidths {
  private static let unknown: UInt8 = 255
  private let known: UnsafeMutablePointer<UInt8>

  init() {
    known = .allocate(capacity: 0x1_0000)
    known.initialize(repeating: Self.unknown, count: 0x1_0000)
  }

  func deallocate() {
    known.deallocate()
  }

  /// 0 for a mark that belongs to the character before it, 1 or 2.
  @inline(__always)
  func width(of scalar: UInt32) -> Int {
    if scalar < 0x1_0000, known[Int(scalar)] != Self.unknown { return Int(known[Int(scalar)]) }
    return find(scalar)
  }

  private func find(_ value: UInt32) -> Int {
    guard let scalar = Unicode.Scalar(value) else { return 1 }
    let width = Self.width(of: scalar)
    if value < 0x1_0000 { known[Int(value)] = UInt8(width) }
    return width
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    // One that nobody has defined takes a place, so that it is seen to be there.
    case .unassigned, .privateUse, .surrogate: 1
    default: scalar == "\u{FE0F}" ? 0 : TextWidth.columns(of: Character(scalar))
    }
  }
}
