import TerminalCore

extension ConsoleState {
  /// A click chooses a row, a second one on it opens it; a click on a choice is its key.
  mutating func handleInDialog(_ mouse: MouseEvent) -> [ConsoleEffect] {
    switch mouse.action {
    case .scrollUp: return handleInDialog(KeyPress(.up))
    case .scrollDown: return handleInDialog(KeyPress(.down))
    case .press: return click(at: mouse.point)
    case .release, .drag: return []
    }
  }

  private mutating func click(at point: Point) -> [ConsoleEffect] {
    guard let current = dialog else { return [] }
    // What was drawn says where things stand: one place for both.
    var scratch = CellBuffer(size: size)
    let spots = DialogView(state: self, dialog: current).draw(into: &scratch).spots
    guard let spot = spots.first(where: { $0.area.contains(point) }) else { return [] }
    switch spot.meaning {
    case .key(let key): return handleInDialog(key)
    case .row(let row): return choose(row: row, in: current)
    }
  }

  private mutating func choose(row: Int, in current: DialogState) -> [ConsoleEffect] {
    let before: Int
    switch current {
    case .palette(var palette):
      before = palette.selected
      palette.selected = row
      dialog = .palette(palette)
    case .environments(let selected, let marked):
      before = selected
      dialog = .environments(selected: row, marked: marked)
    case .files(let selected):
      before = selected
      dialog = .files(selected: row)
    case .tasks(let selected, let environment):
      before = selected
      dialog = .tasks(selected: row, environment: environment)
    case .form(var form):
      form.selected = row
      dialog = .form(form)
      return form.fields[row].kind == .text ? [] : handleInDialog(.character(" "))
    case .exercise(.goals(let selected)):
      before = selected
      dialog = .exercise(.goals(selected: row))
    case .exercise(.pitfalls):
      dialog = .exercise(.pitfalls(selected: row, scroll: 0))
      return []
    case .prefetch:
      dialog = .prefetch(scroll: row)
      return []
    default: return []
    }
    return before == row ? handleInDialog(KeyPress(.enter)) : []
  }
}
