/// A version in the order of conda's, which for releases is PyPI's too.
///
/// Source: the documentation of `conda.models.version.VersionOrder`; local versions behind `+` are
/// left out.
struct PackageVersion: Sendable, Comparable, ExpressibleByStringLiteral {
  private enum Part: Sendable {
    case text(String)
    /// Digits without zeros in front: a version may have more of them than an integer holds.
    case number(String)

    var rank: Int {
      switch self {
      case .text("dev"): 0
      case .text("post"): 3
      case .text: 1
      case .number: 2
      }
    }
  }

  private let epoch: String
  private let components: [[Part]]
  private static let zero = Part.number("")

  init(_ text: some StringProtocol) {
    var rest = text.lowercased().prefix { $0 != "+" }
    if let mark = rest.firstIndex(of: "!") {
      epoch = Self.number(rest[..<mark])
      rest = rest[rest.index(after: mark)...]
    } else {
      epoch = ""
    }
    components = rest.split { "._-".contains($0) }.map(Self.parts)
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  private static func parts(_ text: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = text
    while let first = rest.first {
      let isDigit = first.isASCII && first.isNumber
      let run = rest.prefix { ($0.isASCII && $0.isNumber) == isDigit }
      if isDigit {
        parts.append(.number(number(run)))
      } else {
        if parts.isEmpty { parts.append(zero) }
        parts.append(.text(String(run)))
      }
      rest = rest[run.endIndex...]
    }
    return parts
  }

  private static func number(_ text: Substring) -> String { String(text.drop { $0 == "0" }) }

  static func < (left: PackageVersion, right: PackageVersion) -> Bool {
    order(left, right, components: nil) < 0
  }

  static func == (left: PackageVersion, right: PackageVersion) -> Bool {
    order(left, right, components: nil) == 0
  }

  /// Whether the version begins with all components of the other, as 12.4.1 does with 12.4.
  func begins(with prefix: PackageVersion) -> Bool {
    Self.order(self, prefix, components: prefix.components.count) == 0
  }

  /// The version without its last component, such as 12 for 12.4; nil where there is only one.
  var parent: PackageVersion? {
    components.count > 1 ? PackageVersion(epoch: epoch, components: components.dropLast()) : nil
  }

  /// The first that does not begin with these numbers: 12.9 gives 12.10, and 2.0rc1 gives 2.1.
  var next: PackageVersion {
    var number = "0"
    if case .number(let digits)? = components.last?.first { number = digits }
    return PackageVersion(
      epoch: epoch, components: components.dropLast() + [[.number(Self.increased(number))]])
  }

  /// The number in front, such as 12 of 12.4; nil where there is none or it is out of bounds.
  var major: Int? {
    guard let first = components.first, case .number(let digits)? = first.first else { return nil }
    return digits.isEmpty ? (first.count == 1 ? 0 : nil) : Int(digits)
  }

  private static func increased(_ digits: String) -> String {
    let nines = digits.reversed().prefix { $0 == "9" }.count
    let rest = digits.dropLast(nines)
    let last = rest.last?.wholeNumberValue ?? 0
    return rest.dropLast() + String(last + 1) + String(repeating: "0", count: nines)
  }

  private init(epoch: String, components: [[Part]]) {
    self.epoch = epoch
    self.components = components
  }

  private static func order(
    _ left: PackageVersion, _ right: PackageVersion, components: Int?
  ) -> Int {
    let epochs = order(.number(left.epoch), .number(right.epoch))
    guard epochs == 0 else { return epochs }
    let count = components ?? max(left.components.count, right.components.count)
    for index in 0..<count {
      let mine = index < left.components.count ? left.components[index] : []
      let other = index < right.components.count ? right.components[index] : []
      for place in 0..<max(mine.count, other.count) {
        let result = order(
          place < mine.count ? mine[place] : zero, place < other.count ? other[place] : zero)
        if result != 0 { return result }
      }
    }
    return 0
  }

  private static func order(_ left: Part, _ right: Part) -> Int {
    switch (left, right) {
    case (.number(let mine), .number(let other)) where mine.count != other.count:
      mine.count < other.count ? -1 : 1
    case (.number(let mine), .number(let other)), (.text(let mine), .text(let other)):
      left.rank != right.rank
        ? left.rank - right.rank : mine == other ? 0 : mine < other ? -1 : 1
    default: left.rank - right.rank
    }
  }
}
