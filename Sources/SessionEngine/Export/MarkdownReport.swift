/// A report as Markdown with tables, as GitHub renders them.
public struct MarkdownReport: Sendable {
  private let report: RunReport

  public init(_ report: RunReport) {
    self.report = report
  }

  public var text: String {
    var blocks = report.sections.count == 1 ? [] : ["# \(escaped(report.title))"]
    for section in report.sections { blocks += self.blocks(of: section) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func blocks(of section: ReportSection) -> [String] {
    let comparison = section.comparison
    let mark = report.sections.count == 1 ? "#" : "##"
    var blocks = ["\(mark) \(escaped(section.title))"]
    if !comparison.sentences.isEmpty {
      blocks.append(comparison.sentences.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    blocks += ["\(mark)# Figures", figures(of: comparison)]
    let notes = ReportTable.notes(of: comparison)
    if !notes.isEmpty {
      blocks.append(notes.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    if comparison.sides.count > 1 {
      blocks += ["\(mark)# What differs", differences(of: comparison)]
    }
    blocks += ["\(mark)# Runs", runs(of: section)]
    if !section.commands.isEmpty {
      blocks += ["\(mark)# To repeat it", commands(of: section)]
    }
    return blocks
  }

  private func figures(of comparison: Comparison) -> String {
    guard !comparison.figures.isEmpty else { return "The runs gave no figures." }
    let table = ReportTable.figures(of: comparison)
    return self.table(
      table.header, rows: table.rows, isNumber: { $0 > 0 && $0 < table.header.count - 1 })
  }

  private func differences(of comparison: Comparison) -> String {
    var blocks: [String] = []
    if !comparison.differences.isEmpty {
      blocks.append(
        table(
          [""] + comparison.sides.map(\.title),
          rows: comparison.differences.map { [$0.subject] + $0.values.map { $0 ?? "–" } }))
    }
    blocks.append(escaped(ReportTable.sharing(of: comparison)))
    return blocks.joined(separator: "\n\n")
  }

  private func runs(of section: ReportSection) -> String {
    let table = ReportTable.runs(of: section)
    return self.table(table.header, rows: table.rows)
  }

  private func commands(of section: ReportSection) -> String {
    section.commands.map { side, command in
      let longest = command.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
      let fence = String(repeating: "`", count: max(3, longest + 1))
      return "\(escaped(side)):\n\n\(fence)sh\n\(command)\n\(fence)"
    }.joined(separator: "\n\n")
  }

  private func table(
    _ header: [String], rows: [[String]], isNumber: (Int) -> Bool = { _ in false }
  ) -> String {
    let rule = header.indices.map { isNumber($0) ? "---:" : "---" }
    let lines = [header.map(escaped), rule] + rows.map { $0.map(escaped) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Text that stays as it is: nothing in it is Markdown or HTML.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\n", "\r", "\t": escaped += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}
