import TestSupport

/// Spoils texts at random, the same way for the same seed.
struct Mutator {
  private var generator: SeededGenerator
  private let tokens: [[UInt8]]

  /// - Parameter tokens: What is put in the place of other words.
  init(seed: UInt64, tokens: [String]) {
    generator = SeededGenerator(seed: seed)
    self.tokens = tokens.map { Array($0.utf8) }
  }

  /// Up to four changes: bytes flipped, words replaced, lines dropped, doubled or swapped.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(below: 3) where !bytes.isEmpty {
      switch number(below: 6) {
      case 0: bytes[number(below: bytes.count)] ^= 1 << UInt8(number(below: 8))
      case 1: bytes[number(below: bytes.count)] = UInt8(number(below: 256))
      case 2: replaceWord(in: &bytes)
      default: changeLines(of: &bytes)
      }
    }
    return bytes
  }

  private mutating func replaceWord(in bytes: inout [UInt8]) {
    let start = number(below: bytes.count)
    let end = bytes[start...].firstIndex { " =\n,]}".utf8.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: tokens[number(below: tokens.count)])
  }

  private mutating func changeLines(of bytes: inout [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = number(below: lines.count)
    switch number(below: 3) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: number(below: lines.count))
    default: lines.swapAt(line, number(below: lines.count))
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private mutating func number(below bound: Int) -> Int {
    Int(generator.next() % UInt64(bound))
  }
}
