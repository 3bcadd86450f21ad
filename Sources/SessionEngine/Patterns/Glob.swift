/// Text with `*` for any characters, none among them, and `?` for one of them.
struct Glob: Sendable, Hashable {
  let pattern: String
  private let scalars: [Unicode.Scalar]

  init(_ pattern: some StringProtocol) {
    self.pattern = String(pattern)
    scalars = Array(pattern.unicodeScalars)
  }

  var isPlain: Bool { !pattern.contains { $0 == "*" || $0 == "?" } }

  /// One pass with a place to come back to: no glob takes longer than pattern times text.
  func fits(_ text: some StringProtocol) -> Bool {
    let text = text.unicodeScalars
    var place = 0
    var position = text.startIndex
    var retry: (place: Int, position: String.Index)?
    while position < text.endIndex {
      if place < scalars.count, scalars[place] == "*" {
        place += 1
        retry = (place, position)
      } else if place < scalars.count, scalars[place] == "?" || scalars[place] == text[position] {
        place += 1
        text.formIndex(after: &position)
      } else if let last = retry {
        place = last.place
        position = text.index(after: last.position)
        retry = (place, position)
      } else {
        return false
      }
    }
    return scalars[place...].allSatisfy { $0 == "*" }
  }

  /// `12.*` fits 12 itself, too, as it does for conda.
  func fits(version: String) -> Bool {
    fits(version) || (pattern.hasSuffix(".*") && Glob(pattern.dropLast(2)).fits(version))
  }
}
