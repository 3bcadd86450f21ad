/// A version in the order of conda's, which for releases is PyPI's too.
///
/// Source: the documentation of `conda.models.version.VersionOrder`; local versions behind `+` are
/// left out.
struct VersionOrder: Sendable, Comparable {
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

  init(_ text: String) {
    var rest = text.lowercased().prefix { $0 != "+" }
    if let mark = rest.firstIndex(of: "!") {
      epoch = Self.number(rest[..<mark])
      rest = rest[rest.index(after: mark)...]
    } else {
      epoch = ""
    }
    components = rest.split { "._-".contains($0) }.map(Self.parts)
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

  static func < (left: VersionOrder, right: VersionOrder) -> Bool {
    order(left, right, components: nil) < 0
  }

  static func == (left: VersionOrder, right: VersionOrder) -> Bool {
    order(left, right, components: nil) == 0
  }

  /// Whether the version begins with all components of the other, as 12.4.1 does with 12.4.
  func begins(with prefix: VersionOrder) -> Bool {
    Self.order(self, prefix, components: prefix.components.count) == 0
  }

  /// The version without its last component, such as 12 for 12.4; nil where there is only one.
  var parent: VersionOrder? {
    components.count > 1 ? VersionOrder(epoch: epoch, components: components.dropLast()) : nil
  }

  private init(epoch: String, components: [[Part]]) {
    self.epoch = epoch
    self.components = components
  }

  private static func order(
    _ left: VersionOrder, _ right: VersionOrder, components: Int?
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
