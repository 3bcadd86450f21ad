extension Editor {
  mutating func find(_ query: String, from place: Position) -> EditOutcome {
    let search = TextSearch(query)
    self.search = search.isEmpty ? nil : search
    guard !search.isEmpty else { return select(Selection(cursor: place)) }
    return selectMatch(firstMatch(search, atOrAfter: place), backwards: false, from: place)
  }

  mutating func findNext() -> EditOutcome {
    guard let search else { return .notFound }
    let place = selection.isEmpty ? cursor : position(after: selection.start)
    return selectMatch(firstMatch(search, atOrAfter: place), backwards: false, from: place)
  }

  mutating func findPrevious() -> EditOutcome {
    guard let search else { return .notFound }
    let place = selection.start
    return selectMatch(lastMatch(search, before: place), backwards: true, from: place)
  }

  private mutating func selectMatch(_ match: Selection?, backwards: Bool, from place: Position)
    -> EditOutcome
  {
    guard let match else { return .notFound }
    selection = match
    return .found(wrapped: backwards ? match.start >= place : match.start < place)
  }

  private func match(_ columns: Range<Int>, line: Int) -> Selection {
    Selection(
      anchor: Position(line: line, column: columns.lowerBound),
      head: Position(line: line, column: columns.upperBound))
  }

  private func firstMatch(_ search: TextSearch, atOrAfter place: Position) -> Selection? {
    let count = document.lineCount
    for step in 0...count {
      let line = (place.line + step) % count
      let found = search.matches(in: document.text(ofLine: line))
      let columns =
        step == 0 ? found.first { $0.lowerBound >= place.column } : found.first
      if let columns { return match(columns, line: line) }
    }
    return nil
  }

  private func lastMatch(_ search: TextSearch, before place: Position) -> Selection? {
    let count = document.lineCount
    for step in 0...count {
      let line = (place.line - step + 2 * count) % count
      let found = search.matches(in: document.text(ofLine: line))
      let columns = step == 0 ? found.last { $0.lowerBound < place.column } : found.last
      if let columns { return match(columns, line: line) }
    }
    return nil
  }
}
