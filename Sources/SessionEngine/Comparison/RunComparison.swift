import Foundation
import ProcessRunner

/// Two runs of the same training held against each other, in sentences that their figures carry.
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
    guard let mine = throughput(of: first), let other = throughput(of: second), mine > 0, other > 0
    else { return nil }
    return mine / other
  }

  private func throughput(of run: RunSnapshot) -> Double? {
    let figures = run.metrics.epochs.filter { $0.epoch <= sharedEpochs }
      .compactMap(\.imagesPerSecond).sorted()
    guard !figures.isEmpty else { return nil }
    let middle = figures.count / 2
    return figures.count % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2
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

  /// Below this share two speeds of a single run each are called alike: one run each cannot tell.
  private static let noticeableRatio = 1.1

  private func throughputSentence(_ ratio: Double) -> String {
    let (faster, factor) = ratio >= 1 ? (first, ratio) : (second, 1 / ratio)
    guard factor >= Self.noticeableRatio else {
      return "Equally fast: images/s within 10 %."
    }
    let times = factor.formatted(
      .number.precision(.fractionLength(1)).locale(.init(identifier: "en_US_POSIX")))
    return "\(faster.environment) is \(times)× as fast (images/s)."
  }

  private var accuracySentence: String? {
    guard let mine = accuracy(of: first), let other = accuracy(of: second) else { return nil }
    let points = abs(mine - other) * 100
    let epochs = sharedEpochs == 1 ? "1 epoch" : "\(sharedEpochs) epochs"
    if points < 1 { return "Accuracy within 1 point after \(epochs)." }
    let better = mine > other ? first : second
    let figure = points.formatted(
      .number.precision(.fractionLength(1)).locale(.init(identifier: "en_US_POSIX")))
    return "\(better.environment) is \(figure) points more accurate after \(epochs)."
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
