/// The keys and values of a line, as places in its bytes.
struct PairList {
  struct Pair {
    /// A place in the line, or among `keys` where the pair is nested.
    let key: Range<Int>
    var isNested = false
    let value: Range<Int>
    /// The value stood in quotes.
    let isQuoted: Bool
  }

  var pairs: [Pair] = []
  /// The keys of nested pairs, joined by `/`, one after another.
  var keys: [UInt8] = []

  /// The keys stood in single quotes.
  var isPython = false

  mutating func clear() {
    isPython = false
    // One by one costs less than all at once where there are five.
    while !pairs.isEmpty { pairs.removeLast() }
    if !keys.isEmpty { keys.removeAll(keepingCapacity: true) }
  }
}
