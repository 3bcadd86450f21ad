import SessionEngine
import TerminalCore

/// A comparison as a plain terminal shows it, without colours.
struct ComparisonText {
  /// Beyond so many differences only their number is said.
  private static let mostDifferences = 20
  private let section: ReportSection

  init(_ section: ReportSection) {
    self.section = section
  }

  var text: String {
    let comparison = section.comparison
    var blocks = [section.title + "\n\n" + sides]
    if !comparison.sentences.isEmpty {
      blocks.append(comparison.sentences.joined(separator: "\n"))
    }
    if !comparison.figures.isEmpty {
      let figures = ReportTable.figures(of: comparison)
      let notes = ReportTable.notes(of: comparison)
      blocks.append(
        ([Self.table(figures.header, figures.rows, isNumber: { $0 > 0 })] + notes)
          .joined(separator: "\n"))
    }
    blocks.append(differences)
    return blocks.joined(separator: "\n\n")
  }

  private var sides: String {
    let comparison = section.comparison
    let rows = comparison.sides.enumerated().map { index, side in
      let runs = section.runs.filter { $0.side == index }
      let names = runs.map { run in run.name.map { "\(run.id) \($0)" } ?? "\(run.id)" }
      let ended =
        runs.count == 1
        ? runs[0].standing.words : "\(side.succeeded) of \(runs.count) runs finished"
      return [side.title, names.joined(separator: " "), side.provider, ended, side.about]
    }
    return Self.table(nil, rows)
  }

  private var differences: String {
    let comparison = section.comparison
    let sharing = ReportTable.sharing(of: comparison)
    guard !comparison.differences.isEmpty else { return sharing }
    let shown = comparison.differences.prefix(Self.mostDifferences)
    let rows = shown.map { [$0.subject] + $0.values.map { $0 ?? "–" } }
    let rest = comparison.differences.count - shown.count
    return [
      Self.table(["what differs"] + comparison.sides.map(\.title), rows),
      rest > 0 ? "\(rest) more differ; --json and --markdown list them. \(sharing)" : sharing,
    ].joined(separator: "\n")
  }

  private static func table(
    _ header: [String]?, _ rows: [[String]], isNumber: (Int) -> Bool = { _ in false }
  ) -> String {
    let lines = ([header].compactMap(\.self) + rows).map { $0.map(plain) }
    let count = lines.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      lines.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return lines.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
        let isRight = isNumber(column) && column < count - 1
        line += (column > 0 ? "  " : "") + (isRight ? space + cell : cell + space)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// What programs named themselves may hold escape sequences: none gets to the terminal.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
