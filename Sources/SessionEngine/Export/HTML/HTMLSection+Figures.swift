extension HTMLSection {
  /// The table of figures: medians, ranges of the repeats, ratios and verdicts.
  var figures: String {
    guard !comparison.figures.isEmpty else {
      return heading(2, "Figures") + "\n<p class=\"note\">The runs gave no figures.</p>"
    }
    let sides = comparison.sides.map(\.title)
    let ratios = sides.dropFirst().map { "\($0) ÷ \(sides[0])" }
    let isAlone = sides.count < 2
    var titles = ["Figure"] + sides + ["Spread"]
    if !isAlone { titles += ratios + ["Verdict"] }
    let head = titles.map {
      "<th scope=\"col\" role=\"columnheader\">\(HTMLText.escaped($0))</th>"
    }
    let notes = ReportTable.notes(of: comparison).map {
      "<li>\(HTMLText.escaped($0))</li>"
    }
    return """
      \(heading(2, "Figures"))
      <table class="figures" role="table">
      <caption>Medians of each side, with the smallest and the largest of its repeats</caption>
      <thead role="rowgroup"><tr role="row">\(head.joined())</tr></thead>
      <tbody role="rowgroup">
      \(comparison.figures.map { row($0, ratios: ratios, isAlone: isAlone) }
        .joined(separator: "\n"))
      </tbody>
      </table>
      \(notes.isEmpty ? "" : "<ul class=\"notes\">\(notes.joined())</ul>")
      """
  }

  private func row(_ figure: Comparison.Figure, ratios: [String], isAlone: Bool) -> String {
    let values = comparison.sides.indices.map { cell(figure, $0) }
    var cells = values + ["<td role=\"cell\" class=\"strip\">\(SpreadStrip(figure).svg)</td>"]
    if !isAlone {
      cells += zip(ratios, figure.ratios.dropFirst()).map { title, ratio in
        "<td role=\"cell\" class=\"number\" data-of=\"\(HTMLText.escaped(title))\">"
          + "\(FigureWords.ratio(ratio))</td>"
      }
      cells.append(verdict(figure))
    }
    return "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">"
      + "\(HTMLText.escaped(figure.title))</th>\(cells.joined())</tr>"
  }

  private func cell(_ figure: Comparison.Figure, _ side: Int) -> String {
    let title = HTMLText.escaped(comparison.sides[side].title)
    let start = "<td role=\"cell\" class=\"number s\(side)\" data-of=\"\(title)\">"
    guard let spread = figure.values[side] else { return start + "n/a</td>" }
    let median = HTMLText.escaped(FigureWords.value(spread.median, unit: figure.unit))
    let range = FigureWords.range(spread, unit: figure.unit).map {
      "<small>\(HTMLText.escaped($0))</small>"
    }
    return "\(start)<span><b>\(median)</b>\(range ?? "")</span></td>"
  }

  private func verdict(_ figure: Comparison.Figure) -> String {
    let words = HTMLText.escaped(comparison.words(for: figure.verdict))
    let (kind, mark): (String, String) =
      switch figure.verdict {
      case .better(let side): ("better s\(side)", "▲ ")
      case .withinTheNoise: ("noise", "≈ ")
      case .notRepeated, .repeatsAlike: ("open", "? ")
      case .none: ("none", "")
      }
    return "<td role=\"cell\" class=\"verdict\" data-of=\"Verdict\">"
      + "<span class=\"\(kind)\"><span aria-hidden=\"true\">\(mark)</span>\(words)</span></td>"
  }
}
