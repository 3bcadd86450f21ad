/// Which of the terminal's numbered pairs of colours stands for which two colours.
struct ColorPairTable: Sendable {
  struct Colors: Sendable, Hashable {
    var foreground: UInt8?
    var background: UInt8?
  }

  enum Answer: Sendable, Equatable {
    case known(Int32)
    /// The pair must be set up before it is used.
    case new(Int32)
    /// Every pair is taken.
    case full
  }

  private let capacity: Int
  private var numbers: [Colors: Int32] = [Colors(foreground: nil, background: nil): 0]

  /// - Parameter capacity: Pairs the terminal has, with pair 0, its own two colours.
  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func pair(for colors: Colors) -> Answer {
    if let number = numbers[colors] { return .known(number) }
    guard numbers.count < capacity else { return .full }
    let number = Int32(numbers.count)
    numbers[colors] = number
    return .new(number)
  }

  mutating func removeAll() {
    numbers = [Colors(foreground: nil, background: nil): 0]
  }
}
