/// A glob such as `runs/**/metrics.csv`: `*` and `?` stand for parts of a name, `**` for any number
/// of folders, none among them.
struct PathPattern: Sendable, Hashable {
  private static let anyFolders = Glob("**")
  private let parts: [Glob]

  init(_ text: String) {
    parts = text.split(separator: "/").map { Glob($0) }
  }

  /// Whether it names one path only.
  var isPlain: Bool { parts.allSatisfy(\.isPlain) }

  /// Whether the path is meant.
  /// - Parameter path: From the root on, with `/` between its names.
  func matches(_ path: String) -> Bool {
    Self.matches(path.split(separator: "/")[...], parts[...])
  }

  /// Whether the path, its names from the root on, is meant.
  func matches(_ path: [String]) -> Bool { Self.matches(path[...], parts[...]) }

  /// Whether something in the folder could be meant.
  func mayMatch(below folder: [String]) -> Bool {
    var rest = parts[...]
    for name in folder {
      guard let part = rest.popFirst() else { return false }
      if part == Self.anyFolders { return true }
      if !part.fits(name) { return false }
    }
    return !rest.isEmpty
  }

  /// Hidden folders are looked into only where the pattern names a hidden one.
  var namesHidden: Bool { parts.contains { $0.pattern.hasPrefix(".") } }

  private static func matches(
    _ path: ArraySlice<some StringProtocol>, _ parts: ArraySlice<Glob>
  ) -> Bool {
    guard let part = parts.first else { return path.isEmpty }
    if part == anyFolders {
      if matches(path, parts.dropFirst()) { return true }
      return !path.isEmpty && matches(path.dropFirst(), parts)
    }
    guard let name = path.first, part.fits(name) else { return false }
    return matches(path.dropFirst(), parts.dropFirst())
  }
}
