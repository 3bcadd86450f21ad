/// Holds two to four sides' runs against each other.
public struct ComparisonBuilder: Sendable {
  /// How many points a curve keeps by default: enough for the widest screen's dots, spikes kept.
  public static let curvePoints = 1200

  private let curvePoints: Int

  public init(curvePoints: Int = Self.curvePoints) {
    self.curvePoints = curvePoints
  }

  /// - Parameter sides: Two to four, each with at least one run; ratios are to the first.
  /// - Throws: When there are too few or too many sides, a run stands in it twice, or the runs are
  ///   of different exercises.
  public func comparison(_ sides: [ComparedSide]) throws(Diagnosis) -> Comparison {
    guard (2...4).contains(sides.count) else {
      throw Diagnosis(
        says: "A comparison has two to four sides, and these are \(sides.count).",
        remedy: sides.count < 2
          ? "Name a run of another environment beside it." : "Leave some of them out.")
    }
    try check(sides)
    return account(sides)
  }

  private func check(_ sides: [ComparedSide]) throws(Diagnosis) {
    for (index, side) in sides.enumerated() where side.runs.isEmpty {
      throw Diagnosis(
        says: "Side \(index + 1) of the comparison has no run.", remedy: "Run it first.")
    }
    var seen: Set<RunID> = []
    for run in sides.flatMap(\.runs) where !seen.insert(run.id).inserted {
      throw Diagnosis(
        says: "Run \(run.id) is named twice, and a run is always like itself.",
        remedy: "Name each run once.")
    }
    let runs = sides.flatMap(\.runs)
    if let first = runs.first, let other = runs.first(where: { $0.exercise != first.exercise }) {
      throw Diagnosis(
        says: "Run \(first.id) is of \(first.exercise) and run \(other.id) of "
          + "\(other.exercise): they do not do the same.",
        remedy: "Compare runs of one exercise.")
    }
  }

  /// The same value for any number of sides of one exercise; of a single side it tells without
  /// holding it against anything.
  func account(_ sides: [ComparedSide]) -> Comparison {
    let frame = ComparisonFrame(sides)
    let titles = SideTitles.titles(of: sides)
    let described = zip(sides, titles).map { side, title in
      Comparison.Side(
        title: title, environment: side.runs.first?.environment ?? "",
        provider: side.runs.first?.provider ?? "", runs: side.runs.map(\.id),
        succeeded: side.succeeded.count, about: EnvironmentFacts.about(side))
    }
    let figures = RunFigure.allCases.compactMap { figure(of: $0, sides, frame) }
    let environments = EnvironmentDifferences(sides)
    return Comparison(
      exercise: sides.first?.runs.first?.exercise ?? "", sides: described, figures: figures,
      curves: curves(sides), differences: environments.differences,
      sharedPackages: environments.sharedPackages,
      sentences: ComparisonSentences(
        sides: sides, titles: titles, frame: frame, figures: figures
      ).sentences)
  }

  /// Nil when no side has it.
  private func figure(
    of kind: RunFigure, _ sides: [ComparedSide], _ frame: ComparisonFrame
  ) -> Comparison.Figure? {
    let values = sides.map { side in
      side.counted.compactMap { kind.value(of: $0, in: frame) }.filter(\.isFinite)
    }
    guard values.contains(where: { !$0.isEmpty }) else { return nil }
    let spreads = values.map(Spread.init)
    let isAlike = frame.hasSameEpochs || !kind.needsSameEpochs
    let wasShared =
      sides.flatMap(\.counted).contains { $0.gpu.map(kind.isShared) == true }
    let verdict = RepeatRule.verdict(
      values, direction: kind.direction, dependsOnSeed: kind.dependsOnSeed,
      isComparable: isAlike && !wasShared && sides.allSatisfy(\.isFinished))
    return Comparison.Figure(
      id: kind.rawValue, title: kind.title(in: frame), unit: kind.unit,
      direction: kind.direction, values: spreads, ratios: ratios(spreads), verdict: verdict,
      note: verdict == .repeatsAlike
        ? Self.alikeWords(values)
        : note(of: kind, isAlike: isAlike, wasShared: wasShared, frame))
  }

  private static func alikeWords(_ sides: [[Double]]) -> String {
    sides.allSatisfy(RepeatRule.areAllAlike)
      ? "Every repeat gave the same figure: the seed is fixed, so this says nothing of chance."
      : "Every repeat of one side gave the same figure, which says nothing of chance."
  }

  private func ratios(_ spreads: [Spread?]) -> [Double?] {
    guard let base = spreads.first??.median, base != 0 else { return spreads.map { _ in nil } }
    return spreads.map { spread in
      spread.map { $0.median / base }.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
  }

  private func note(
    of kind: RunFigure, isAlike: Bool, wasShared: Bool, _ frame: ComparisonFrame
  ) -> String? {
    if wasShared { return "Others used the GPU at the same time: the figure is of all of them." }
    if !isAlike {
      let counts = frame.epochsOfSides.map { $0.map(String.init) ?? "n/a" }
      return "Not the same number of epochs (\(counts.joined(separator: ", ")))."
    }
    let isATime = [.trainingSeconds, .secondsToAccuracy].contains(kind)
    return isATime && !frame.usesOwnClock
      ? "Counted from the run's start, with the program's loading." : nil
  }

  private func curves(_ sides: [ComparedSide]) -> [Comparison.Curve] {
    let names = ComparedSeries.order(Set(sides.flatMap(\.runs).flatMap(\.series.keys)))
    return names.flatMap { name in
      sides.enumerated().flatMap { index, side in
        side.runs.compactMap { run in
          let points = run.stepPoints(of: name)
          guard !points.isEmpty else { return nil }
          return Comparison.Curve(
            side: index, run: run.id, series: name,
            points: CurveThinning.thinned(points, to: curvePoints))
        }
      }
    }
  }
}
