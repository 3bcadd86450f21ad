/// A report as Markdown with tables, as GitHub renders them.
public struct MarkdownReport: Sendable {
  private let report: RunReport

  public init(_ report: RunReport) {
    self.report = report
  }

  public var text: String {
    var blocks = report.sections.count == 1 ? [] : ["# \(MarkdownText.escaped(report.title))"]
    for section in report.sections { blocks += self.blocks(of: section) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func blocks(of section: ReportSection) -> [String] {
    let comparison = section.comparison
    let mark = report.sections.count == 1 ? "#" : "##"
    var blocks = ["\(mark) \(MarkdownText.escaped(section.title))"]
    if !comparison.sentences.isEmpty {
      blocks.append(
        comparison.sentences.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n"))
    }
    blocks += ["\(mark)# Figures", figures(of: comparison)]
    let notes = ReportTable.notes(of: comparison)
    if !notes.isEmpty {
      blocks.append(notes.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n"))
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
    return MarkdownText.table(
      table.header, table.rows, isNumber: { $0 > 0 && $0 < table.header.count - 1 })
  }

  private func differences(of comparison: Comparison) -> String {
    var blocks: [String] = []
    if !comparison.differences.isEmpty {
      blocks.append(
        MarkdownText.table(
          [""] + comparison.sides.map(\.title),
          comparison.differences.map { [$0.subject] + $0.values.map { $0 ?? "–" } }))
    }
    blocks.append(MarkdownText.escaped(ReportTable.sharing(of: comparison)))
    return blocks.joined(separator: "\n\n")
  }

  private func runs(of section: ReportSection) -> String {
    let table = ReportTable.runs(of: section)
    return MarkdownText.table(table.header, table.rows)
  }

  private func commands(of section: ReportSection) -> String {
    section.commands.map { side, command in
      "\(MarkdownText.escaped(side)):\n\n" + MarkdownText.fenced(command, language: "sh")
    }.joined(separator: "\n\n")
  }
}
