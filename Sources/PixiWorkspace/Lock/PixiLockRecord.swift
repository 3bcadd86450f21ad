/// One entry of a lock file's list of packages while it is read.
struct PixiLockRecord {
  private var kind: PixiLock.Package.Kind
  /// The URL or path by which environments refer to it.
  private(set) var location: String
  private var name: String?
  private var version: String?
  private var build: String?
  private var sha256: String?
  private var sizeBytes: UInt64?

  /// - Parameters:
  ///   - key: `conda` or `pypi` with the location since format 6, `kind` before.
  init(key: String, value: String) {
    let word = key == "kind" ? value : key
    kind = word.hasPrefix("pypi") ? .pypi : .conda
    location = key == "kind" ? "" : value
  }

  /// Whether a line's key is one of those that are kept, judged by its first letters.
  static func mayHold(_ line: PixiLockLine) -> Bool {
    guard line.content.count >= 3 else { return false }
    switch (line.content[0], line.content[1]) {
    case (UInt8(ascii: "n"), UInt8(ascii: "a")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "b"), UInt8(ascii: "u")), (UInt8(ascii: "s"), UInt8(ascii: "h")),
      (UInt8(ascii: "s"), UInt8(ascii: "i")), (UInt8(ascii: "u"), UInt8(ascii: "r")),
      (UInt8(ascii: "p"), UInt8(ascii: "a")):
      return true
    default: return false
    }
  }

  mutating func take(_ key: String, _ value: String) {
    switch key {
    case "name": name = value
    case "version": version = value
    case "build": build = value
    case "sha256": sha256 = value
    case "size": sizeBytes = UInt64(value)
    // Before format 6; a project beside the manifest has a path.
    case "url" where location.isEmpty, "path" where location.isEmpty: location = value
    default: break
    }
  }

  var package: PixiLock.Package {
    let file = PixiPackageFile(location: location, kind: kind)
    return PixiLock.Package(
      kind: kind, name: name ?? file.name, version: version ?? file.version,
      build: kind == .conda ? build ?? file.build : nil, location: location, sha256: sha256,
      sizeBytes: sizeBytes)
  }
}
