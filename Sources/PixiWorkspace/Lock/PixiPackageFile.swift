/// What the file name of a package says: `name-version-build.conda`, `name-version-….whl`.
///
/// Works on bytes: a lock file has thousands of them, and is read at every look at a workspace.
struct PixiPackageFile {
  private typealias Bytes = Substring.UTF8View

  let name: String
  let version: String?
  let build: String?

  init(location: String, kind: PixiLock.Package.Kind) {
    let bytes = location[...].utf8
    if let source = Self.sourceName(bytes) {
      self.init(source)
      return
    }
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
    let path = bytes[..<(end ?? bytes.endIndex)]
    let start = path.lastIndex(of: UInt8(ascii: "/")).map(path.index(after:))
    let file = path[(start ?? path.startIndex)...]
    guard let stem = Self.stem(of: file) else {
      self.init(file)
      return
    }
    let hyphen = UInt8(ascii: "-")
    switch kind {
    case .conda:
      guard let last = stem.lastIndex(of: hyphen),
        let middle = stem[..<last].lastIndex(of: hyphen)
      else {
        self.init(stem)
        return
      }
      self.init(
        stem[..<middle], stem[stem.index(after: middle)..<last],
        stem[stem.index(after: last)...])
    case .pypi:
      // A wheel's name has no hyphen; a source archive's version is its last part.
      let isWheel = Self.ends(file, ".whl")
      guard let first = isWheel ? stem.firstIndex(of: hyphen) : stem.lastIndex(of: hyphen) else {
        self.init(stem)
        return
      }
      let rest = stem[stem.index(after: first)...]
      let next = rest.firstIndex(of: hyphen) ?? rest.endIndex
      self.init(stem[..<first], rest[..<next])
    }
  }

  private init(_ name: Bytes, _ version: Bytes? = nil, _ build: Bytes? = nil) {
    self.name = String(Substring(name))
    self.version = version.map { String(Substring($0)) }
    self.build = build.map { String(Substring($0)) }
  }

  /// Source packages are written `name[hash] @ path`.
  private static func sourceName(_ bytes: Bytes) -> Bytes? {
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "@")), sign > bytes.startIndex,
      bytes[bytes.index(before: sign)] == UInt8(ascii: " ")
    else { return nil }
    return bytes.prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: " ") }
  }

  private static func stem(of file: Bytes) -> Bytes? {
    for suffix: StaticString in [".conda", ".tar.bz2", ".whl", ".tar.gz", ".zip"]
    where ends(file, suffix) {
      return file.dropLast(suffix.utf8CodeUnitCount)
    }
    return nil
  }

  private static func ends(_ bytes: Bytes, _ suffix: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(
      start: suffix.utf8Start, count: suffix.utf8CodeUnitCount)
    return bytes.suffix(wanted.count).elementsEqual(wanted)
  }
}
