import PixiWorkspace
import SessionEngine
import TerminalCore

/// The full screen of what is in an environment, and of what two differ in.
struct ContentsView {
  /// From so many columns on the packages stand beside what is said of them.
  private static let wideColumns = 130
  let state: ConsoleState
  let contents: ContentsState

  /// Returns where the cursor stands.
  func draw(into buffer: inout CellBuffer, area: Rect) -> Point? {
    let (title, badge) = heading
    Frame(title: title, badge: badge, isFocused: true).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let inside = Frame.interior(of: area).inset(columns: 1)
    guard let said = said(columns: columns(of: inside).said.columns) else {
      let text: String
      switch contents.shown {
      case .failure(let diagnosis)?: text = "\(diagnosis.says)\n\n\(diagnosis.remedy)"
      default: text = "Reading what is locked…"
      }
      TextBlock(text, role: .textMuted).draw(
        into: &buffer, area: inside, theme: state.theme, glyphs: state.glyphs)
      return nil
    }
    let place = places(in: area, said: said)
    StyledLines(said.fixed.map { $0.truncated(to: place.said.columns, glyphs: state.glyphs) }).draw(
      into: &buffer, area: place.said, theme: state.theme, glyphs: state.glyphs)
    let cursor = drawFilter(into: &buffer, area: place.filter)
    ScrolledLines(
      list(said.scrolled(place.isWide), columns: place.list.columns), offset: contents.scroll
    ).draw(into: &buffer, area: place.list, theme: state.theme, glyphs: state.glyphs)
    return cursor
  }

  /// How far the list can be scrolled.
  func mostScroll(in area: Rect) -> Int {
    let inside = Frame.interior(of: area).inset(columns: 1)
    guard let said = said(columns: columns(of: inside).said.columns) else { return 0 }
    let place = places(in: area, said: said)
    let lines = list(said.scrolled(place.isWide), columns: place.list.columns).count
    return ScrolledLines.mostOffset(lines: lines, rows: place.list.rows)
  }

  private var heading: (title: String, badge: String) {
    guard case .success(let shown)? = contents.shown else {
      return ("Inside \(contents.environment) · \(contents.exercise)", "")
    }
    let badge = ContentsWords(shown.contents).badge
    guard case .success(let other)? = contents.compared else {
      return (
        "Inside \(contents.environment) · \(contents.exercise)",
        "\(badge)\(Frame.badgeSeparator)\(shown.contents.platformWords)"
      )
    }
    let names = "\(contents.environment) against \(other.contents.environment)"
    return (
      "\(names) · \(contents.exercise)", "\(badge) | \(ContentsWords(other.contents).badge)"
    )
  }

  /// What is said above or beside the packages.
  private struct Said {
    /// Stays in view.
    var fixed: [StyledLine]
    /// Goes with the list where both share a column.
    var flowing: [StyledLine]

    func scrolled(_ isWide: Bool) -> [StyledLine] { isWide ? [] : flowing }
  }

  /// Nil when there is nothing to show yet.
  private func said(columns: Int) -> Said? {
    guard case .success(let shown)? = contents.shown, let exercise = contents.contents else {
      return nil
    }
    let lines = ContentsLines(columns: columns, glyphs: state.glyphs)
    guard let difference else {
      return Said(fixed: lines.facts(of: shown, exercise), flowing: [])
    }
    let explanation = DifferenceExplanation(difference)
    let names = (difference.left.environment, difference.right.environment)
    let notes = exercise.source == .lock ? [] : lines.notes(exercise, [], [])
    let said =
      notes + lines.facts(of: explanation, names) + lines.sentences(explanation.beyondFacts)
    let isWide = self.isWide
    return Said(fixed: isWide ? said : [], flowing: isWide ? [] : said + [StyledLine()])
  }

  private var difference: EnvironmentDifference? {
    guard case .success(let shown)? = contents.shown,
      case .success(let other)? = contents.compared
    else { return nil }
    return EnvironmentDifference(shown.contents, other.contents)
  }

  private var isWide: Bool { state.size.columns >= Self.wideColumns }

  private func columns(of inside: Rect) -> (said: Rect, list: Rect) {
    guard isWide else { return (inside, inside) }
    let (left, right) = inside.splitLeft(inside.columns / 2)
    return (left, right.splitLeft(2).rest)
  }

  private func places(
    in area: Rect, said: Said
  ) -> (said: Rect, filter: Rect, list: Rect, isWide: Bool) {
    let inside = Frame.interior(of: area).inset(columns: 1)
    if isWide {
      let (left, right) = columns(of: inside)
      let (filter, list) = right.splitTop(1)
      return (left, filter, list, true)
    }
    // At least so many rows of the list stay in view.
    let (top, below) = inside.splitTop(min(said.fixed.count, max(0, inside.rows - 4)))
    let (filter, list) = below.splitTop(isFilterOn || difference == nil ? 1 : 0)
    return (top, filter, list, false)
  }

  private var isFilterOn: Bool { contents.isFiltering || !contents.filter.text.isEmpty }

  private func list(_ lead: [StyledLine], columns: Int) -> [StyledLine] {
    let lines = ContentsLines(columns: columns, glyphs: state.glyphs)
    if let difference { return lead + lines.lists(of: difference, contents) }
    guard case .success(let shown)? = contents.shown else { return [] }
    let packages = lines.ordered(shown.contents.packages, contents)
    return packages.isEmpty
      ? [StyledLine("No package holds that: Esc shows all.", .textMuted)]
      : lines.packages(packages)
  }

  private func drawFilter(into buffer: inout CellBuffer, area: Rect) -> Point? {
    guard !area.isEmpty else { return nil }
    let order = contents.sortsBySize ? "heaviest first" : "by name"
    let text =
      isFilterOn
      ? "/ \(contents.filter.text)" : "\(order) · / filters by name, version, channel, build"
    buffer.write(
      state.glyphs.truncate(text, to: area.columns), column: area.column, row: area.row,
      style: state.theme[isFilterOn ? .textStrong : .textMuted], clip: area)
    guard contents.isFiltering else { return nil }
    let before = TextWidth.columns(of: String(contents.filter.text.prefix(contents.filter.cursor)))
    return Point(column: min(area.endColumn - 1, area.column + 2 + before), row: area.row)
  }
}
