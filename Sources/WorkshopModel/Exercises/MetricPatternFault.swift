/// Why a text is no pattern for figures.
public enum MetricPatternFault: Error, Sendable, Hashable {
  /// With the reason that Swift's parser gives.
  case notAnExpression(String)
  case noSeries
  /// A repeated group has a repeat or a choice in it: the time for a line can double with every
  /// character.
  case takesForEver
}
