/// Text with `*` for any characters, and `?` for one of them.
struct Glob: Sendable, Hashable {
  let pattern: String

  init(_ pattern: String) {
    self.pattern = pattern
  }

  var isPlain: Bool { !pattern.contains { $0 == "*" || $0 == "?" } }

  /// In time that grows with the product of both lengths at most.
  func fits(_ text: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        retry = (place, position)
        place += 1
      } else if place < pattern.count,
        pattern[place] == text[position] || pattern[place] == UInt8(ascii: "?")
      {
        place += 1
        position += 1
      } else if let last = retry {
        place = last.place + 1
        position = last.position + 1
        retry = (last.place, position)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// `12.*` fits 12 itself, too, as it does for conda.
  func fits(version: String) -> Bool {
    fits(version) || (pattern.hasSuffix(".*") && Glob(String(pattern.dropLast(2))).fits(version))
  }

  /// Part by part: `*` stays within a folder, `**` stands for any number of them.
  func fits(path: String) -> Bool {
    Self.fits(pattern.split(separator: "/")[...], path.split(separator: "/")[...])
  }

  private static func fits(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      return fits(pattern.dropFirst(), path) || (!path.isEmpty && fits(pattern, path.dropFirst()))
    }
    guard let part = path.first, Glob(String(first)).fits(String(part)) else { return false }
    return fits(pattern.dropFirst(), path.dropFirst())
  }
}
