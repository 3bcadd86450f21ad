/// The plain bounds of a package's spec, such as `>=2.7,<3`, `12.*`, `=3.12` or `~=1.5`.
struct VersionSpec: Sendable, Hashable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether a version satisfies it; nil where it says more than plain bounds.
  func allows(_ version: String) -> Bool? {
    guard !text.contains("(") else { return nil }
    let version = VersionOrder(version)
    var isUnknown = false
    for alternative in text.split(separator: "|", omittingEmptySubsequences: false) {
      let bounds = alternative.split(separator: ",").map { Self.allows($0, version) }
      if bounds.allSatisfy({ $0 == true }) { return true }
      if !bounds.contains(false) { isUnknown = true }
    }
    return isUnknown ? nil : false
  }

  private static func allows(_ bound: Substring, _ version: VersionOrder) -> Bool? {
    let bound = bound.trimmed
    guard !bound.isEmpty, bound != "*" else { return true }
    let name = [">=", "<=", "==", "!=", "~=", ">", "<", "="].first(where: bound.hasPrefix) ?? ""
    var number = bound.dropFirst(name.count).trimmed
    let isPrefix = number.hasSuffix("*")
    if isPrefix { number.removeLast(number.hasSuffix(".*") ? 2 : 1) }
    guard let first = number.first, first.isASCII, first.isLetter || first.isNumber,
      number.allSatisfy({ $0.isLetter || $0.isNumber || "._-!+".contains($0) })
    else { return number.isEmpty && isPrefix ? true : nil }
    let wanted = VersionOrder(number)
    switch name {
    case ">=": return version >= wanted
    case "<=": return version <= wanted
    case ">": return version > wanted
    case "<": return version < wanted
    case "!=": return isPrefix ? !version.begins(with: wanted) : version != wanted
    case "~=": return version >= wanted && version.begins(with: wanted.parent ?? wanted)
    case "=": return version.begins(with: wanted)
    default: return isPrefix ? version.begins(with: wanted) : version == wanted
    }
  }

  /// Whether a requirement of CUDA such as `12`, `12.4`, `12.*` or `>=12,<13` is one of the version
  /// wanted: 12 means 12.0 up to, not including, 13.
  func requiresCUDA(_ wanted: String) -> Bool {
    let bounds = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let lower = bounds.first { !$0.hasPrefix("<") && !$0.hasPrefix("!") }
    guard let lower, !text.contains("|") else { return false }
    var number = lower[...]
    for name in [">=", "==", "~=", "="] where number.hasPrefix(name) {
      number = number.dropFirst(name.count)
      break
    }
    if number.hasSuffix(".*") { number = number.dropLast(2) }
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
      number.first != ".", number.last != "."
    else { return false }
    return VersionOrder(String(number)).begins(with: VersionOrder(wanted))
  }
}
