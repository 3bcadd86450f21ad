/// A glob such as `runs/**/metrics.csv`: `*` and `?` stand for parts of a name, `**` for any number
/// of folders, none among them.
struct PathPattern: Sendable, Hashable {
  private let parts: [[Character]]

  init(_ text: String) {
    parts = text.split(separator: "/").map(Array.init)
  }

  /// Whether the path, its names from the root on, is meant.
  func matches(_ path: [String]) -> Bool {
    matches(path.map(Array.init)[...], parts[...])
  }

  /// Whether something in the folder could be meant.
  func mayMatch(below folder: [String]) -> Bool {
    var rest = parts[...]
    for name in folder {
      guard let part = rest.popFirst() else { return false }
      if part == ["*", "*"] { return true }
      if !Self.matches(Array(name)[...], part[...]) { return false }
    }
    return !rest.isEmpty
  }

  /// Hidden folders are looked into only where the pattern names a hidden one.
  var namesHidden: Bool { parts.contains { $0.first == "." } }

  private func matches(_ path: ArraySlice<[Character]>, _ parts: ArraySlice<[Character]>) -> Bool {
    guard let part = parts.first else { return path.isEmpty }
    if part == ["*", "*"] {
      if matches(path, parts.dropFirst()) { return true }
      return !path.isEmpty && matches(path.dropFirst(), parts)
    }
    guard let name = path.first, Self.matches(name[...], part[...]) else { return false }
    return matches(path.dropFirst(), parts.dropFirst())
  }

  /// One pass with a place to come back to: no pattern takes longer than name times pattern.
  private static func matches(
    _ name: ArraySlice<Character>, _ part: ArraySlice<Character>
  ) -> Bool {
    var (at, of) = (name.startIndex, part.startIndex)
    var star: (at: Int, of: Int)?
    while at < name.endIndex {
      if of < part.endIndex, part[of] == "*" {
        star = (at, of)
        of += 1
      } else if of < part.endIndex, part[of] == "?" || part[of] == name[at] {
        at += 1
        of += 1
      } else if let back = star {
        at = back.at + 1
        of = back.of + 1
        star = (at, back.of)
      } else {
        return false
      }
    }
    return part[of...].allSatisfy { $0 == "*" }
  }
}
