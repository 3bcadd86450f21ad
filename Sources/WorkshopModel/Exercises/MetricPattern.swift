/// A regular expression that takes figures off a line of a program's output.
///
/// Its named groups `epoch` and `step` say where in the training the figures stand; every other
/// named group is a series: `Epoch (?<epoch>\d+), loss (?<loss>[0-9.]+)`.
public struct MetricPattern: Sendable, Hashable {
  /// What a named group holds.
  public enum Group: Sendable, Hashable {
    case epoch
    case step
    case series
  }

  /// A regular expression in Swift's syntax; it compiles.
  public let text: String
  /// The named groups in their order.
  public let groups: [(name: String, group: Group)]
  /// Plain text that stands in every line it matches; empty where nothing is known.
  public let opening: String

  /// - Throws: `MetricPatternFault` when it is no expression, names no series, or could take for
  ///   ever on a line.
  public init(_ text: String) throws(MetricPatternFault) {
    do {
      _ = try Regex(text)
    } catch {
      throw .notAnExpression("\(error)")
    }
    let outline = PatternOutline(text)
    guard !outline.repeatsARepeat else { throw .takesForEver }
    groups = outline.names.map { name in
      switch name {
      case "epoch": (name, .epoch)
      case "step": (name, .step)
      default: (name, .series)
      }
    }
    guard groups.contains(where: { $0.group == .series }) else { throw .noSeries }
    self.text = text
    opening = outline.opening
  }

  public static func == (first: MetricPattern, second: MetricPattern) -> Bool {
    first.text == second.text
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
