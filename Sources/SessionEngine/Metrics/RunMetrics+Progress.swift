extension RunMetrics {
  /// How far the run says that it has come: by epochs where it has said how many there are, else by
  /// the progress bar it drew last; nil when it says nothing.
  public var progress: RunProgress? {
    if let planned = plannedEpochs, planned > 0, let epoch, let epochsDone {
      return RunProgress(
        fraction: min(1, max(0, epochsDone / Double(planned))),
        words: "epoch \(epoch) of \(planned)")
    }
    guard let bar else { return nil }
    let label = bar.label.isEmpty ? "" : "\(bar.label): "
    return RunProgress(fraction: bar.fraction, words: label + Self.words(of: bar))
  }

  private static func words(of bar: BarState) -> String {
    guard let done = bar.done else { return "\(Int((bar.fraction ?? 0) * 100)) %" }
    return bar.total.map { "\(done) of \($0)" } ?? done
  }
}
