/// What has the whole screen between the header and the footer, in place of the panes.
public enum FullScreen: Sendable, Equatable {
  /// All runs of this session and earlier ones.
  case runs(RunListState)
  case comparison(ComparisonState)
  /// What is in an environment, and what two differ in.
  case contents(ContentsState)
  /// One's own files against the solution's.
  case difference(DifferenceState)
  /// One GPU: its history, processes and every figure.
  case gpu(GPUScreenState)
}
