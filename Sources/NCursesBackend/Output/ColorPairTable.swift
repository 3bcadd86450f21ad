/// Which of the terminal's numbered pairs of colours stands for which two colours.
struct ColorPairTable: Sendable {
  struct Colors: Sendable, Hashable {
    var foreground: UInt8?
    var background: UInt8?

    /// The place in a table of all pairs of 256 colours and the terminal's own.
    fileprivate var place: Int {
      let foreground = foreground.map { Int($0) + 1 } ?? 0
      return foreground * Self.count + (background.map { Int($0) + 1 } ?? 0)
    }

    fileprivate static let count = 257
  }

  enum Answer: Sendable, Equatable {
    case known(Int32)
    /// The pair must be set up before it is used.
    case new(Int32)
    /// Every pair is taken.
    case full
  }

  private let capacity: Int
  /// By place; 0 where there is none, but for the terminal's own two colours, whose pair 0 is.
  private var numbers = [Int32](repeating: 0, count: Colors.count * Colors.count)
  private var last: Int32 = 0

  /// - Parameter capacity: Pairs the terminal has, with pair 0, its own two colours.
  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func pair(for colors: Colors) -> Answer {
    let place = colors.place
    if place == 0 || numbers[place] != 0 { return .known(numbers[place]) }
    guard Int(last) + 1 < capacity else { return .full }
    last += 1
    numbers[place] = last
    return .new(last)
  }

  mutating func removeAll() {
    self = ColorPairTable(capacity: capacity)
  }
}
