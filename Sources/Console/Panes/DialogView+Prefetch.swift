import SessionEngine
import TerminalCore

extension DialogView {
  func drawPrefetch(_ scroll: Int, into buffer: inout CellBuffer) -> Drawn {
    let items = state.prefetch?.items ?? []
    let selected = items.indices.contains(scroll) ? items[scroll] : nil
    var text = state.prefetchWords
    if let selected, case .failed = selected.phase {
      text.append("\(selected.environment) \(state.phaseWords(selected.phase))")
    }
    let room = max(1, min(84, state.size.columns) - 4)
    let lines = text.flatMap { TextWrapping.lines(of: $0, columns: room) }
    let choices = KeyHint.lines(of: hints, columns: room)
    let inside = box(
      "Prefetch environments", columns: 84,
      rows: items.count + lines.count + choices.count + 4, into: &buffer)
    let (upper, foot) = inside.splitBottom(choices.count)
    let (words, rest) = upper.splitTop(
      min(lines.count, upper.rows - min(items.count, 3)))
    TextBlock(text.joined(separator: "\n"), role: .dialog).draw(
      into: &buffer, area: words, theme: state.theme, glyphs: state.glyphs)
    let list = rest.splitTop(rest.rows > items.count ? 1 : 0).rest
      .splitBottom(rest.rows > items.count + 1 ? 1 : 0).rest
    let rows = items.enumerated().map { index, item in
      StyledLine([
        StyledSpan("\(index + 1)  ", .textMuted),
        StyledSpan(pad(item.environment, to: 16), .textStrong),
        StyledSpan(pad(state.segmentTime(item.segment), to: 7), .text),
        StyledSpan(pad(item.downloadBytes.map(RunWords.bytes) ?? "size n/a", to: 11), .text),
        StyledSpan(state.phaseWords(item.phase), Self.role(item.phase)),
      ])
    }
    drawList(
      ListView(rows, selected: rows.isEmpty ? nil : min(scroll, rows.count - 1)), into: &buffer,
      area: list)
    return Drawn(
      spots: rowSpots(list, selected: min(scroll, max(0, rows.count - 1)), count: rows.count)
        + drawChoices(choices, into: &buffer, area: foot))
  }

  private var hints: [KeyHint] {
    let close = KeyHint("Esc", "close")
    guard state.hasAgreedToPrefetch else {
      return [KeyHint("Enter", "agree and start"), close]
    }
    let again = state.hasFailedPrefetch ? [KeyHint("Enter", "try what failed once more")] : []
    return again + [KeyHint("p", state.prefetch?.isPaused == true ? "go on" : "pause"), close]
  }

  private static func role(_ phase: PrefetchSnapshot.Item.Phase) -> ThemeRole {
    switch phase {
    case .waiting: .textMuted
    case .installing: .running
    case .installed: .good
    case .failed: .bad
    case .skipped: .warning
    }
  }
}
