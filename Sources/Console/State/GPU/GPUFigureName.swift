import GPUMetrics

/// Which figure or fact of a GPU is explained.
public enum GPUFigureName: Sendable, Hashable {
  case metric(GPUMetric)
  /// By its name in the list.
  case fact(String)
}
