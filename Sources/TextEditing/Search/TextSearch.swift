/// Looks for a plain text within lines; capitals matter only when the text looked for has one.
public struct TextSearch: Sendable, Equatable {
  public let query: String
  private let pattern: [Character]
  private let ignoresCase: Bool
  /// Bytes a line must hold for a match, where the text looked for is ASCII.
  private let bytes: [UInt8]?

  public init(_ query: String) {
    self.query = query
    ignoresCase = !query.contains { $0.isUppercase }
    pattern = Array(query)
    bytes = query.utf8.allSatisfy { $0 < 0x80 } ? Array(query.utf8) : nil
  }

  public var isEmpty: Bool { pattern.isEmpty }

  /// The matches in a line as columns, left to right, none overlapping another.
  public func matches(in text: String) -> [Range<Int>] {
    guard !pattern.isEmpty, mayMatch(text) else { return [] }
    let characters = Array(text)
    var found: [Range<Int>] = []
    var start = 0
    while start + pattern.count <= characters.count {
      if matches(characters, at: start) {
        found.append(start..<(start + pattern.count))
        start += pattern.count
      } else {
        start += 1
      }
    }
    return found
  }

  private func matches(_ characters: [Character], at start: Int) -> Bool {
    for (offset, wanted) in pattern.enumerated() {
      let character = characters[start + offset]
      guard character == wanted || (ignoresCase && fold(character) == fold(wanted)) else {
        return false
      }
    }
    return true
  }

  private func fold(_ character: Character) -> String {
    character.lowercased()
  }

  /// A quick look at the bytes, so that a search in a long file compares characters only in lines
  /// that can match.
  private func mayMatch(_ text: String) -> Bool {
    guard let bytes, let first = bytes.first else { return true }
    guard text.utf8.count >= bytes.count else { return false }
    // A letter beyond ASCII can fold to an ASCII one: the Kelvin sign to k.
    var text = text
    return text.withUTF8 { line in
      for start in line.indices {
        if line[start] >= 0x80 { return true }
        guard start + bytes.count <= line.count, same(line[start], first) else { continue }
        if bytes.indices.allSatisfy({ same(line[start + $0], bytes[$0]) }) { return true }
      }
      return false
    }
  }

  private func same(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    byte == wanted || (ignoresCase && byte >= 0x41 && byte <= 0x5A && byte | 0x20 == wanted)
  }
}
