import PixiWorkspace

/// A package's name as its index tells names apart.
struct PackageKey: Hashable {
  let kind: PixiManifest.Dependency.Kind
  let name: String

  /// conda knows lower case only; PyPI takes `-`, `_` and `.` for one another.
  init(_ name: String, _ kind: PixiManifest.Dependency.Kind) {
    self.kind = kind
    // Nearly every name is written so already, and a lock has thousands.
    guard name.utf8.contains(where: { (65...90).contains($0) || $0 == 46 || $0 == 95 }) else {
      self.name = name
      return
    }
    let lower = name.lowercased()
    self.name =
      kind == .pypi
      ? lower.split { "-_.".contains($0) }.joined(separator: "-") : lower
  }

  /// A glob for names, in the form in which names are compared.
  static func globPattern(_ glob: String, _ kind: PixiLock.Package.Kind) -> String {
    let lower = glob.lowercased()
    return kind == .pypi
      ? String(lower.map { "_.".contains($0) ? "-" : $0 }) : lower
  }

  init(_ dependency: PixiManifest.Dependency) {
    self.init(dependency.name, dependency.kind)
  }

  init(_ package: PixiLock.Package) {
    self.init(package.name, package.kind == .pypi ? .pypi : .conda)
  }
}
