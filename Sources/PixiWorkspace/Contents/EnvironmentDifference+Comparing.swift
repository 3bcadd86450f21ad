extension EnvironmentDifference {
  /// Holds two environments against each other, package by package.
  ///
  /// A package is shared when it is the same file: by its address, or by its hash where the same
  /// file comes from another server. Names are compared as PyPI compares them.
  public init(_ left: EnvironmentContents, _ right: EnvironmentContents) {
    var others = Dictionary(grouping: right.packages, by: \.normalisedName)
    var onlyLeft: [PixiLock.Package] = []
    var changed: [Change] = []
    var shared: [PixiLock.Package] = []
    for package in left.packages {
      let found = others[package.normalisedName] ?? []
      let place =
        found.firstIndex { Self.isSame(package, $0) }
        ?? found.firstIndex { $0.kind == package.kind } ?? found.indices.first
      guard let place else {
        onlyLeft.append(package)
        continue
      }
      let other = found[place]
      others[package.normalisedName]?.remove(at: place)
      if Self.isSame(package, other) {
        shared.append(package)
      } else {
        changed.append(Change(left: package, right: other))
      }
    }
    let rest = Set(others.values.joined())
    self.init(
      left: left, right: right, onlyLeft: onlyLeft,
      onlyRight: right.packages.filter(rest.contains), changed: changed, shared: shared)
  }

  private static func isSame(_ left: PixiLock.Package, _ right: PixiLock.Package) -> Bool {
    guard left.kind == right.kind else { return false }
    if let one = left.sha256, let other = right.sha256 { return one == other }
    return left.location == right.location && left.version == right.version
  }

  /// Whether both have the same packages.
  public var isSame: Bool { changed.isEmpty && onlyLeft.isEmpty && onlyRight.isEmpty }

  /// What of the download is shared: of the left environment's sizes, which are the right one's.
  public var sharedDownload: PixiDownload {
    var download = PixiDownload()
    for package in shared {
      if let size = package.sizeBytes {
        download.bytes = download.bytes.addingReportingOverflow(size).partialValue
      } else {
        download.unknownPackages += 1
      }
    }
    return download
  }
}
