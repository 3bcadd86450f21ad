/// The plain bounds of a package's spec, such as `>=2.7,<3`, `12.*`, `=3.12` or `~=1.5`.
struct VersionSpec: Sendable {
  /// Any of which may hold; of each every bound must. A bound that says more is nil.
  let alternatives: [[VersionBound?]]

  /// - Parameter text: Nil for any version.
  init(_ text: String?) {
    let text = text ?? ""
    guard !text.contains("(") else {
      alternatives = [[nil]]
      return
    }
    alternatives = text.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(separator: ",").map { VersionBound($0) }
    }
  }

  /// Whether a version satisfies it; nil where it says more than plain bounds.
  func allows(_ version: PackageVersion) -> Bool? {
    var isUnknown = false
    for bounds in alternatives {
      let verdicts = bounds.map { $0?.allows(version) }
      if verdicts.allSatisfy({ $0 == true }) { return true }
      if !verdicts.contains(false) { isUnknown = true }
    }
    return isUnknown ? nil : false
  }

  /// Whether a requirement of CUDA such as `12`, `12.4`, `12.*` or `>=12,<13` is one of the version
  /// wanted: 12 means 12.0 up to, not including, 13.
  func requiresCUDA(_ wanted: String) -> Bool {
    guard alternatives.count == 1,
      let lower = alternatives[0].first(where: { $0?.isUpper != true })
    else { return false }
    return lower?.required?.begins(with: PackageVersion(wanted)) ?? false
  }
}
