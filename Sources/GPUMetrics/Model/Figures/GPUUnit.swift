/// What a figure is counted in.
public enum GPUUnit: String, Sendable, Hashable, CaseIterable {
  case percent = "%"
  case bytes = "B"
  case bytesPerSecond = "B/s"
  case celsius = "°C"
  case watts = "W"
  case joules = "J"
  case megahertz = "MHz"
  /// A number of things, a generation or a state: it has no unit.
  case number = ""

  /// Its values are whole numbers.
  public var isWhole: Bool {
    switch self {
    case .percent, .bytes, .celsius, .megahertz, .number: true
    case .bytesPerSecond, .watts, .joules: false
    }
  }
}
