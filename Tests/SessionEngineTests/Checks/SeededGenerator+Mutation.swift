import TestSupport

extension SeededGenerator {
  /// A text with one to four small changes: bytes lost or changed, lines lost, doubled, moved or cut.
  mutating func mutate(_ text: String, with words: [String]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      guard let line = lines.indices.randomElement(using: &self) else { break }
      switch Int.random(in: 0..<8, using: &self) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: line)
      case 2: lines.swapAt(line, lines.indices.randomElement(using: &self) ?? line)
      case 3: lines.removeSubrange(line...)
      case 4: lines[line] += words.randomElement(using: &self) ?? ""
      case 5: lines[line] = String(repeating: " ", count: 2) + lines[line]
      default:
        var bytes = Array(lines[line].utf8)
        guard let place = bytes.indices.randomElement(using: &self) else { continue }
        if Bool.random(using: &self) {
          bytes[place] = UInt8.random(in: 0...255, using: &self)
        } else {
          bytes.remove(at: place)
        }
        lines[line] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return lines.joined(separator: "\n")
  }
}
