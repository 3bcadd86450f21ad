/// What can be said of a comparison in plain words; each sentence is carried by a figure or by how
/// a run ended.
struct ComparisonSentences {
  let sides: [ComparedSide]
  let titles: [String]
  let frame: ComparisonFrame
  let figures: [Comparison.Figure]

  /// Those that warn come first.
  var sentences: [String] {
    var said = endings
    guard sides.count > 1 else { return said }
    said += [speed, training, target, accuracy, energy].compactMap(\.self)
    if let device { said.append(device) }
    if figures.contains(where: { $0.verdict == .notRepeated }) {
      said.append(
        "One run each cannot tell how much of a difference is chance: repeat the runs "
          + "(--repeat 5).")
    }
    return said
  }

  // MARK: How the runs ended

  private var endings: [String] {
    zip(sides, titles).flatMap { side, title in
      side.runs.compactMap { ending(of: $0, in: side, title) }
    }
  }

  private func ending(of run: ComparedRun, in side: ComparedSide, _ title: String) -> String? {
    let place = run.finishedEpochs.map { " after \(Self.epochs($0))" } ?? ""
    let rest =
      side.isFinished
      ? "it is left out of the figures." : "the figures are those it gave until then."
    switch run.standing {
    case .succeeded: return nil
    case .alive: return "\(title): run \(run.id) still runs\(place); its figures are so far."
    case .stopped(let how): return "\(title): run \(run.id) was stopped\(place) (\(how)); \(rest)"
    case .failed(let how): return "\(title): run \(run.id) failed\(place) (\(how)); \(rest)"
    }
  }

  // MARK: Figures

  private var speed: String? {
    sentence(for: .imagesPerSecond) { best, other, ratio, figure in
      "\(best) handled \(ratio) as many images a second as \(other): \(figure)."
    } alike: {
      "Equally fast: images/s within 10 %."
    }
  }

  private var training: String? {
    sentence(for: .trainingSeconds) { best, other, ratio, figure in
      "\(other) took \(ratio) as long to train as \(best): \(figure)."
    } alike: {
      "Equally long to train, within 10 %."
    }
  }

  private var target: String? {
    sentence(for: .secondsToAccuracy) { best, other, ratio, figure in
      let target = frame.accuracyTarget.map(FigureWords.percent) ?? "the same"
      return "\(best) came to \(target) accuracy first; \(other) took \(ratio) as long: \(figure)."
    } alike: {
      nil
    }
  }

  private var energy: String? {
    guard let figure = figure(.gpuEnergyJoules), case .better = figure.verdict else { return nil }
    return sentence(for: .gpuEnergyJoules) { best, other, ratio, figure in
      "\(other) took \(ratio) as much of the GPU's energy as \(best): \(figure)."
    } alike: {
      nil
    }
  }

  /// Of the best side against the worst. Nothing is said where a side has no such figure, was not
  /// measured alike, or did not end well.
  private func sentence(
    for kind: RunFigure, differ: (String, String, String, String) -> String,
    alike: () -> String?
  ) -> String? {
    guard let figure = figure(kind), !hasFailedSide, figure.note == nil || !kind.needsSameEpochs,
      let (best, worst, factor) = extremes(of: figure)
    else { return nil }
    let values = [best, worst].map { FigureWords.spread(figure.values[$0], unit: figure.unit) }
    let figures = values.joined(separator: " against ")
    switch figure.verdict {
    case .withinTheNoise:
      let both = [best, worst].sorted().map { side in
        "\(titles[side]) \(FigureWords.spread(figure.values[side], unit: figure.unit))"
      }
      return "\(figure.title): no difference beyond the noise of the repeats "
        + "(\(both.joined(separator: ", ")))."
    case .notRepeated where factor < Self.noticeableFactor,
      .none where factor < Self.noticeableFactor:
      return alike()
    case .better, .notRepeated, .repeatsAlike, .none:
      let isSoFar = !sides.allSatisfy(\.isFinished)
      return differ(
        titles[best], titles[worst], FigureWords.ratio(factor),
        figures + (isSoFar ? ", so far" : ""))
    }
  }

  /// Below this, two figures of a single run each are called alike.
  static let noticeableFactor = 1.1

  private func extremes(
    of figure: Comparison.Figure
  ) -> (best: Int, worst: Int, factor: Double)? {
    let medians = figure.values.compactMap { $0?.median }
    // Where all are alike, the lowest and the highest are two sides all the same.
    guard medians.count == figure.values.count,
      let low = medians.indices.min(by: { medians[$0] < medians[$1] }),
      let high = medians.indices.filter({ $0 != low }).max(by: { medians[$0] < medians[$1] }),
      medians[low] > 0
    else { return nil }
    let factor = medians[high] / medians[low]
    return figure.direction == .higher ? (high, low, factor) : (low, high, factor)
  }

  private var accuracy: String? {
    let kind: RunFigure = frame.hasSameEpochs ? .finalAccuracy : .accuracyAfterEpochs
    guard let figure = figure(kind), !hasFailedSide, let epochs = frame.sharedEpochs else {
      return nil
    }
    let medians = figure.values.compactMap { $0?.median }
    guard medians.count == sides.count, let low = medians.min(), let high = medians.max(),
      let best = medians.firstIndex(of: high), let worst = medians.firstIndex(of: low)
    else { return nil }
    let after = "after \(Self.epochs(epochs))"
    if high - low < 1 { return "Accuracy within 1 point \(after)." }
    if figure.verdict == .withinTheNoise {
      return "Accuracy \(after): no difference beyond the noise of the repeats."
    }
    let points = FigureWords.fixed(high - low, 1)
    let said = "\(titles[best]) is \(points) points more accurate \(after) than \(titles[worst])"
    return figure.verdict == .repeatsAlike
      ? "\(said), but repeats that are all alike say nothing of chance." : "\(said)."
  }

  private var device: String? {
    let onCPU = sides.map { side in side.runs.lazy.compactMap(\.isOnCPU).first }
    let known = onCPU.compactMap(\.self)
    guard known.count == sides.count else { return nil }
    if known.allSatisfy(\.self) {
      return (sides.count == 2 ? "Both" : "All") + " on the CPU: no CUDA was used."
    }
    let names = zip(titles, known).filter(\.1).map(\.0)
    guard !names.isEmpty else { return nil }
    return "\(names.joined(separator: " and ")) ran on the CPU, "
      + (sides.count - names.count == 1 ? "the other on a GPU." : "the others on a GPU.")
  }

  private var hasFailedSide: Bool {
    sides.contains { side in
      !side.isFinished && !side.runs.contains { $0.standing == .alive }
    }
  }

  private func figure(_ kind: RunFigure) -> Comparison.Figure? {
    figures.first { $0.id == kind.rawValue }
  }

  private static func epochs(_ count: Int) -> String {
    count == 1 ? "1 epoch" : "\(count) epochs"
  }
}
