/// One line of `key=value` pairs, as training programs print their figures.
///
/// A value may stand in double quotes with `\"` and `\\` inside. Words without `=` are passed over,
/// so that a line such as `epoch=3 done loss=0.2` still gives its figures.
public struct LogfmtLine: Sendable, Hashable {
  private struct Pair: Sendable, Hashable {
    var key: String
    var value: String
  }

  // A line has few pairs: looking through them is faster than hashing them, and a flood of output
  // has a million lines.
  private var pairs: [Pair] = []

  /// The keys in the line's order.
  public var keys: some Collection<String> { pairs.lazy.map(\.key) }

  /// Nil when the line holds no pair at all.
  public init?(_ line: String) {
    var line = line
    pairs = line.withUTF8 { bytes in
      var reader = LogfmtReader(bytes)
      var pairs: [Pair] = []
      while let (key, value) = reader.nextPair() { pairs.append(Pair(key: key, value: value)) }
      return pairs
    }
    if pairs.isEmpty { return nil }
  }

  /// The value of a key, the last where it stands twice.
  public subscript(key: String) -> String? { pairs.last { $0.key == key }?.value }

  /// A finite number; nil when the key is missing or its value is none.
  public func number(_ key: String) -> Double? {
    self[key].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }
}
