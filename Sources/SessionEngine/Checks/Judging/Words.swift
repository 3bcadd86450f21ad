/// Parts of sentences.
enum Words {
  /// `a`, `a and b`, `a, b and c`; of many the first four.
  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "none" }
    guard names.count <= 5 else {
      return names.prefix(4).joined(separator: ", ") + " and \(names.count - 4) more"
    }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
