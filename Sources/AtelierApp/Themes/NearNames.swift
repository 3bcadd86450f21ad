/// Finds the names a person may have meant.
enum NearNames {
  /// At most three names, the nearest first; those that share nothing with the word are left out.
  static func near(_ word: String, among names: some Sequence<String>) -> [String] {
    let limit = max(2, word.count / 2)
    return
      names.map { (name: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= limit || $0.name.hasPrefix(word) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }

  /// Levenshtein's distance: insertions, deletions and replacements.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (character == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
