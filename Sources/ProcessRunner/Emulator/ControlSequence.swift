/// A control sequence (CSI) taken apart: ECMA-48, 5.4.
struct ControlSequence {
  /// As many as libvterm has room for.
  static let mostParameters = 16

  /// `<`, `=`, `>` or `?`, which stand first in private sequences.
  let leader: UInt8?
  /// In their order; one that was left out is 0. A part behind a colon counts as one.
  let parameters: [Int]
  let intermediates: [UInt8]
  let final: UInt8

  /// Takes the bytes behind `ESC [`.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let final = bytes.last, (0x40...0x7E).contains(final) else { return nil }
    var rest = bytes.dropLast()
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      leader = first
      rest = rest.dropFirst()
    } else {
      leader = nil
    }
    let intermediates = rest.reversed().prefix { (0x20...0x2F).contains($0) }
    rest = rest.dropLast(intermediates.count)
    var numbers = [0]
    for byte in rest {
      switch byte {
      case 0x30...0x39:
        let last = numbers.count - 1
        numbers[last] = min(numbers[last] * 10 + Int(byte - 0x30), 99_999_999)
      case 0x3A, 0x3B: numbers.append(0)
      default: return nil
      }
    }
    parameters = numbers
    self.intermediates = intermediates.reversed()
    self.final = final
  }

  /// Whether it says where the cursor goes: it no longer waits at a line's end then, also where it
  /// is there already (CUU to CUP, HPA, HPR, VPA, VPR, HVP: ECMA-48, 8.3; what xterm does).
  var placesCursor: Bool {
    guard leader == nil, intermediates.isEmpty else { return false }
    switch final {
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "`"), UInt8(ascii: "a"),
      UInt8(ascii: "d")...UInt8(ascii: "f"):
      return true
    default: return false
    }
  }

  func parameter(_ index: Int) -> Int {
    index < parameters.count ? parameters[index] : 0
  }
}
