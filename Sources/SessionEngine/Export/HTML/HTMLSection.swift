/// One section of the page.
struct HTMLSection {
  let section: ReportSection
  /// Unique within the page, for ids.
  let number: Int
  /// Whether it is the page's only one and has its first heading.
  let isAlone: Bool

  init(_ section: ReportSection, number: Int, isAlone: Bool) {
    self.section = section
    self.number = number
    self.isAlone = isAlone
  }

  var comparison: Comparison { section.comparison }

  var html: String {
    let parts = [header, said, figures, curves, differences, runs, commands]
    return "<article>\n" + parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</article>"
  }

  func heading(_ level: Int, _ text: String) -> String {
    let level = isAlone ? level : level + 1
    return "<h\(level)>\(HTMLText.escaped(text))</h\(level)>"
  }

  private var header: String {
    let what = comparison.sides.count > 1 ? "Runs side by side" : "Runs of one environment"
    let cards = comparison.sides.enumerated().map(card).joined(separator: "\n")
    return """
      <header>
      <p class="eyebrow">\(what)</p>
      \(heading(1, comparison.exercise))
      <ul class="sides">
      \(cards)
      </ul>
      </header>
      """
  }

  private func card(_ index: Int, _ side: Comparison.Side) -> String {
    let about = side.about.isEmpty ? "It said nothing of itself." : side.about
    let count = side.runs.count
    let finished =
      count == 1
      ? section.runs.first { $0.side == index }?.standing.words ?? ""
      : "\(side.succeeded) of \(count) runs finished"
    return """
      <li class="side s\(index)">
      <p class="name">\(SVGPlot.sample(side: index))\(HTMLText.escaped(side.title))</p>
      <p class="about">\(HTMLText.escaped(about))</p>
      <p class="count">\(HTMLText.escaped("\(side.provider) · \(finished)"))</p>
      </li>
      """
  }

  private var said: String {
    guard !comparison.sentences.isEmpty else { return "" }
    let lines = comparison.sentences.map { "<li>\(HTMLText.escaped($0))</li>" }
    return "<ul class=\"said\">\n\(lines.joined(separator: "\n"))\n</ul>"
  }

  private var differences: String {
    guard comparison.sides.count > 1 else { return "" }
    let sharing = "<p class=\"note\">\(HTMLText.escaped(ReportTable.sharing(of: comparison)))</p>"
    guard !comparison.differences.isEmpty else { return heading(2, "What differs") + sharing }
    let table = HTMLTable(
      caption: "In what the environments are not the same",
      header: [""] + comparison.sides.map(\.title),
      rows: comparison.differences.map { [$0.subject] + $0.values.map { $0 ?? "–" } },
      kind: "differences")
    return [heading(2, "What differs"), table.html, sharing].joined(separator: "\n")
  }

  private var runs: String {
    let table = ReportTable.runs(of: section)
    return [
      heading(2, "Runs"),
      HTMLTable(
        caption: "Every run and how it ended", header: table.header, rows: table.rows,
        kind: "runs"
      ).html,
    ].joined(separator: "\n")
  }

  private var commands: String {
    guard !section.commands.isEmpty else { return "" }
    let blocks = section.commands.map { side, command in
      """
      <figure class="command"><figcaption>\(HTMLText.escaped(side))</figcaption>
      <pre tabindex="0"><code>\(HTMLText.escaped(command))</code></pre></figure>
      """
    }
    return ([heading(2, "To repeat it")] + blocks).joined(separator: "\n")
  }
}
