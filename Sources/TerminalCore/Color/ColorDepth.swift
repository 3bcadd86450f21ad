/// How many colours a terminal shows.
public enum ColorDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case twoHundredFiftySix = 256

  /// The greatest depth that a terminal with so many colours has.
  public init(colors: Int) {
    self = Self.allCases.last { $0.rawValue <= colors } ?? .none
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
