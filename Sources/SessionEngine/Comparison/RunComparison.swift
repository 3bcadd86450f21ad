import Foundation

/// Two runs of the same training held against each other while they run, in few sentences that
/// their figures carry; the figures are a `Comparison`'s.
public struct RunComparison: Sendable, Hashable {
  public let first: RunSnapshot
  public let second: RunSnapshot

  public init(first: RunSnapshot, second: RunSnapshot) {
    self.first = first
    self.second = second
  }

  /// The largest epoch both have finished; 0 when there is none.
  public var sharedEpochs: Int {
    min(first.metrics.epochs.last?.epoch ?? 0, second.metrics.epochs.last?.epoch ?? 0)
  }

  /// How many times as many images a second the first handles: the ratio of the medians over the
  /// epochs both have finished; nil until there is one.
  public var throughputRatio: Double? {
    let runs = [first, second].map { ComparedRun($0) }
    let frame = ComparisonFrame(runs.map { ComparedSide(runs: [$0]) })
    guard let mine = RunFigure.imagesPerSecond.value(of: runs[0], in: frame),
      let other = RunFigure.imagesPerSecond.value(of: runs[1], in: frame), mine > 0, other > 0
    else { return nil }
    return mine / other
  }

  /// What can be said now; empty until both have figures.
  public var sentences: [String] {
    var sentences: [String] = []
    if let ratio = throughputRatio {
      sentences.append(throughputSentence(ratio))
    }
    if sharedEpochs > 0, let sentence = accuracySentence { sentences.append(sentence) }
    if let sentence = deviceSentence { sentences.append(sentence) }
    return sentences
  }

  private func throughputSentence(_ ratio: Double) -> String {
    let (faster, factor) = ratio >= 1 ? (first, ratio) : (second, 1 / ratio)
    guard factor >= ComparisonSentences.noticeableFactor else {
      return "Equally fast: images/s within 10 %."
    }
    return "\(faster.environment) is \(FigureWords.fixed(factor, 1))× as fast (images/s)."
  }

  private var accuracySentence: String? {
    guard let mine = accuracy(of: first), let other = accuracy(of: second) else { return nil }
    let points = abs(mine - other) * 100
    let epochs = sharedEpochs == 1 ? "1 epoch" : "\(sharedEpochs) epochs"
    if points < 1 { return "Accuracy within 1 point after \(epochs)." }
    let better = mine > other ? first : second
    return "\(better.environment) is \(FigureWords.fixed(points, 1)) points more accurate "
      + "after \(epochs)."
  }

  private func accuracy(of run: RunSnapshot) -> Double? {
    run.metrics.epochs.first { $0.epoch == sharedEpochs }?.accuracy
  }

  private var deviceSentence: String? {
    guard let mine = first.metrics.device, let other = second.metrics.device else { return nil }
    let mineIsCPU = mine == "cpu"
    let otherIsCPU = other == "cpu"
    if mineIsCPU && otherIsCPU { return "Both on the CPU: no CUDA was used." }
    if mineIsCPU != otherIsCPU {
      return "\(mineIsCPU ? first.environment : second.environment) ran on the CPU, "
        + "the other on a GPU."
    }
    return nil
  }
}
