/// Names for a comparison's sides that no two share.
enum SideTitles {
  /// A side is called by its own title or its environment; where two would be called alike, what
  /// sets them apart follows: the provider, or the run's name or numbers.
  static func titles(of sides: [ComparedSide]) -> [String] {
    let plain = sides.map { $0.title ?? $0.runs.first?.environment ?? "" }
    if areDistinct(plain) { return plain }
    let withProvider = lengthened(plain) { sides[$0].runs.first?.provider ?? "" }
    if areDistinct(withProvider) { return withProvider }
    return lengthened(plain) { index in
      let runs = sides[index].runs
      if runs.count == 1, let run = runs.first { return run.name ?? "\(run.id)" }
      guard let first = runs.first, let last = runs.last else { return "\(index + 1)" }
      return "\(first.id)–\(last.id)"
    }
  }

  private static func areDistinct(_ titles: [String]) -> Bool {
    Set(titles).count == titles.count
  }

  private static func lengthened(_ titles: [String], by words: (Int) -> String) -> [String] {
    titles.enumerated().map { index, title in
      titles.count { $0 == title } > 1 ? "\(title) \(words(index))" : title
    }
  }
}
