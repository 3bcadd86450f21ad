/// One line of `key=value` pairs, as training programs print their figures.
///
/// A value may stand in double quotes with `\"` and `\\` inside. Words without `=` are passed over,
/// so that a line such as `epoch=3 done loss=0.2` still gives its figures.
public struct LogfmtLine: Sendable, Hashable {
  public private(set) var values: [String: String] = [:]

  /// Nil when the line holds no pair at all.
  public init?(_ line: some StringProtocol) {
    var rest = Substring(line)
    while let pair = Self.nextPair(&rest) {
      if let (key, value) = pair { values[key] = value }
    }
    if values.isEmpty { return nil }
  }

  public subscript(key: String) -> String? { values[key] }

  /// A finite number; nil when the key is missing or its value is none.
  public func number(_ key: String) -> Double? {
    values[key].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Takes the next word off the text: nil at its end, `.some(nil)` for a word that is no pair.
  private static func nextPair(_ rest: inout Substring) -> (String, String)?? {
    rest = rest.drop { $0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    let key = rest.prefix { !$0.isWhitespace && $0 != "=" }
    rest = rest.dropFirst(key.count)
    guard rest.first == "=" else { return .some(nil) }
    rest = rest.dropFirst()
    let value = takeValue(&rest)
    guard isKey(key) else { return .some(nil) }
    return (String(key), value)
  }

  private static func takeValue(_ rest: inout Substring) -> String {
    guard rest.first == "\"" else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(value.count)
      return String(value)
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", let escaped = rest.popFirst() {
        value.append(escaped)
      } else {
        value.append(character)
      }
    }
    return value
  }

  private static func isKey(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
  }
}
