/// The tables that every report for people has, as texts.
public struct ReportTable: Sendable, Hashable {
  public let header: [String]
  public let rows: [[String]]

  /// A row for each figure: its title, each side's spread, each further side's ratio to the first,
  /// and the verdict. A single side has no ratio and no verdict.
  public static func figures(of comparison: Comparison) -> ReportTable {
    let titles = comparison.sides.map(\.title)
    let isAlone = titles.count < 2
    let ratios = isAlone ? [] : titles.dropFirst().map { "\($0) ÷ \(titles[0])" }
    let rows = comparison.figures.map { figure in
      [figure.title] + figure.values.map { FigureWords.spread($0, unit: figure.unit) }
        + (isAlone
          ? []
          : figure.ratios.dropFirst().map(FigureWords.ratio)
            + [comparison.words(for: figure.verdict)])
    }
    return ReportTable(
      header: [""] + titles + ratios + (isAlone ? [] : ["verdict"]), rows: rows)
  }

  /// What must be known to read the figures, each once.
  public static func notes(of comparison: Comparison) -> [String] {
    var notes: [String] = []
    for note in Set(comparison.figures.compactMap(\.note)).sorted() {
      let titles = comparison.figures.filter { $0.note == note }.map(\.title)
      notes.append("\(titles.joined(separator: ", ")): \(note)")
    }
    if comparison.figures.contains(where: { $0.values.contains { ($0?.count ?? 0) > 1 } }) {
      notes.append(
        "Figures are medians of the repeats; in brackets the smallest and the largest.")
    }
    return notes
  }

  /// A row for each run: its number and name, its side, when it started, how it ended, its times
  /// and its peak memory.
  public static func runs(of section: ReportSection) -> ReportTable {
    let sides = section.comparison.sides
    return ReportTable(
      header: ["run", "side", "started", "ended", "time", "processor time", "peak memory"],
      rows: section.runs.map { run in
        [
          run.name.map { "\(run.id) \($0)" } ?? "\(run.id)", sides[run.side].title,
          run.startedAt.map(ReportDate.words) ?? "n/a", run.standing.words,
          words(run.seconds, "s"), words(run.cpuSeconds, "s"),
          words(run.peakMemoryBytes.map { Double($0) }, "bytes"),
        ]
      })
  }

  /// How alike the sides' packages are, in a sentence.
  public static func sharing(of comparison: Comparison) -> String {
    guard let shared = comparison.sharedPackages else {
      return "The packages of at least one side are not known."
    }
    return shared == 1
      ? "1 package is the same everywhere." : "\(shared) packages are the same everywhere."
  }

  private static func words(_ value: Double?, _ unit: String) -> String {
    value.map { FigureWords.value($0, unit: unit) } ?? "n/a"
  }
}
