/// A version as its numbers, such as 12.9; letters behind them do not count.
struct VersionNumber: Sendable, Hashable, Comparable {
  let parts: [Int]

  init(_ parts: Int...) {
    self.parts = parts
  }

  init(parts: [Int]) {
    self.parts = parts
  }

  /// Nil when the text does not begin with a number.
  init?(_ text: some StringProtocol) {
    var parts: [Int] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let digits = part.prefix(9).prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { break }
      parts.append(number)
      if digits.count < part.count { break }
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  static func < (left: VersionNumber, right: VersionNumber) -> Bool {
    for index in 0..<max(left.parts.count, right.parts.count) {
      let (a, b) = (left[index], right[index])
      if a != b { return a < b }
    }
    return false
  }

  static func == (left: VersionNumber, right: VersionNumber) -> Bool {
    !(left < right) && !(right < left)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parts.reversed().drop { $0 == 0 }.reversed().map(\.self))
  }

  /// The first that does not begin with these numbers: 12.9 gives 12.10.
  var next: VersionNumber {
    VersionNumber(parts: parts.dropLast() + [(parts.last ?? 0) + 1])
  }

  private subscript(index: Int) -> Int { index < parts.count ? parts[index] : 0 }
}
