import SessionEngine
import TerminalCore

/// The full screen of one's own files against the solution's.
struct DifferenceView {
  let state: ConsoleState
  let difference: DifferenceState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    Frame(
      title: "Your files against the solution · \(difference.exercise)", badge: badge,
      isFocused: true
    ).draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let (text, bar) = inside(area).splitRight(1)
    if let fault = difference.fault {
      return TextBlock(fault.words, role: .bad).draw(
        into: &buffer, area: text, theme: state.theme, glyphs: state.glyphs)
    }
    guard difference.files != nil else {
      return TextBlock("Comparing…", role: .textMuted).draw(
        into: &buffer, area: text, theme: state.theme, glyphs: state.glyphs)
    }
    let lines = self.text.lines
    StyledLines(
      lines.map { $0.truncated(to: text.columns, glyphs: state.glyphs) },
      offset: difference.scroll
    ).draw(into: &buffer, area: text, theme: state.theme, glyphs: state.glyphs)
    if lines.count > text.rows {
      ScrollBar(count: lines.count, offset: difference.scroll).draw(
        into: &buffer, area: bar, theme: state.theme, glyphs: state.glyphs)
    }
  }

  /// The lines at which what differs begins.
  var hunks: [Int] { text.hunks }

  func mostScroll(in area: Rect) -> Int { max(0, text.lines.count - inside(area).rows) }

  private var text: DifferenceText {
    DifferenceText(difference.files ?? [], glyphs: state.glyphs)
  }

  private func inside(_ area: Rect) -> Rect { Frame.interior(of: area).inset(columns: 1) }

  private var badge: String {
    difference.files == nil ? "" : "- yours\(Frame.badgeSeparator)+ the solution's"
  }
}
