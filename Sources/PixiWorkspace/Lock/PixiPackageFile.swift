/// What the file name of a package says: `name-version-build.conda`, `name-version-….whl`.
struct PixiPackageFile {
  let name: String
  let version: String?
  let build: String?

  init(location: String, kind: PixiLock.Package.Kind) {
    // Source packages are written `name[hash] @ path`.
    let source = location.split(separator: " @ ", maxSplits: 1)
    if source.count == 2 {
      name = String(source[0].prefix { $0 != "[" })
      (version, build) = (nil, nil)
      return
    }
    let path = location.prefix { $0 != "#" && $0 != "?" }
    let file = path.split(separator: "/").last ?? path[...]
    guard let stem = Self.stem(of: file) else {
      name = String(file)
      (version, build) = (nil, nil)
      return
    }
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    switch kind {
    case .conda where parts.count >= 3:
      name = parts.dropLast(2).joined(separator: "-")
      version = parts[parts.count - 2]
      build = parts[parts.count - 1]
    case .pypi where parts.count >= 2:
      // A wheel's name has no hyphen; a source archive's version is its last part.
      let isWheel = file.hasSuffix(".whl")
      name = isWheel ? parts[0] : parts.dropLast().joined(separator: "-")
      version = isWheel ? parts[1] : parts.last
      build = nil
    case .conda, .pypi:
      name = String(stem)
      (version, build) = (nil, nil)
    }
  }

  private static func stem(of file: Substring) -> Substring? {
    for suffix in [".conda", ".tar.bz2", ".whl", ".tar.gz", ".zip"] where file.hasSuffix(suffix) {
      return file.dropLast(suffix.count)
    }
    return nil
  }
}
