/// One bound of a spec, such as `>=2.7` or `12.*`.
struct VersionBound: Sendable {
  private enum Sign: String, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case not = "!="
    case compatible = "~="
    case above = ">"
    case below = "<"
    case begins = "="
  }

  private let sign: Sign?
  /// Nil for any version.
  let version: PackageVersion?
  /// Whether `*` follows the version.
  private let isPrefix: Bool

  /// Nil where the text is not a bound, or says more.
  init?(_ text: some StringProtocol) {
    let text = text.trimmed
    let sign = Sign.allCases.first { text.hasPrefix($0.rawValue) }
    var number = text.dropFirst(sign?.rawValue.count ?? 0).trimmed
    let isPrefix = number.hasSuffix("*")
    if isPrefix { number.removeLast(number.hasSuffix(".*") ? 2 : 1) }
    self.sign = sign
    self.isPrefix = isPrefix
    if text.isEmpty || (isPrefix && number.isEmpty) {
      version = nil
      return
    }
    guard let first = number.first, first.isASCII, first.isLetter || first.isNumber,
      number.allSatisfy({ $0.isLetter || $0.isNumber || "._-!+".contains($0) })
    else { return nil }
    version = PackageVersion(number)
  }

  func allows(_ version: PackageVersion) -> Bool {
    guard let wanted = self.version else { return true }
    return switch sign {
    case .atLeast: version >= wanted
    case .atMost: version <= wanted
    case .above: version > wanted
    case .below: version < wanted
    case .not: isPrefix ? !version.begins(with: wanted) : version != wanted
    case .compatible: version >= wanted && version.begins(with: wanted.parent ?? wanted)
    case .begins: version.begins(with: wanted)
    case .equal, nil: isPrefix ? version.begins(with: wanted) : version == wanted
    }
  }

  /// At least the versions it allows: of one version also those that begin with it, and of what it
  /// leaves out nothing is left out.
  var range: VersionRange {
    guard let version else { return .any }
    return switch sign {
    case .atLeast, .above: VersionRange(from: version)
    case .atMost: VersionRange(upTo: version)
    case .below: VersionRange(below: version)
    case .not: .any
    case .compatible: VersionRange(from: version, below: (version.parent ?? version).next)
    case .begins, .equal, nil: VersionRange(from: version, below: version.next)
    }
  }

  /// The version a requirement of at least, or just, this one is of; nil for other bounds.
  var required: PackageVersion? {
    switch sign {
    case .atLeast, .equal, .compatible, .begins, nil: version
    case .atMost, .not, .above, .below: nil
    }
  }

  /// Whether it says where versions end, not where they begin.
  var isUpper: Bool { sign == .atMost || sign == .below || sign == .not }
}
