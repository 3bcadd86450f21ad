import SessionEngine
import TerminalCore

/// What lies above the panes.
struct DialogView {
  /// Where the cursor stands, and what can be clicked.
  struct Drawn {
    var cursor: Point?
    var spots: [HotSpot] = []
  }

  let state: ConsoleState
  let dialog: DialogState

  func draw(into buffer: inout CellBuffer) -> Drawn {
    switch dialog {
    case .help(let scroll): drawHelp(scroll, into: &buffer)
    case .palette(let palette): drawPalette(palette, into: &buffer)
    case .environments(let selected, let marked):
      drawEnvironments(selected, marked, into: &buffer)
    case .confirmBatch(let preview): draw(state.dialog(for: preview), into: &buffer)
    case .confirmQuit: drawQuit(into: &buffer)
    case .files(let selected): drawFiles(selected, into: &buffer)
    case .changedOnDisk(let path):
      ask(
        "\(path) has changed on disk",
        "Another program wrote this file after it was opened here.\n"
          + "Your text is kept whichever way you choose.",
        [
          KeyHint("o", "overwrite it"), KeyHint("r", "open it, mine to undo"),
          KeyHint("Esc", "decide later"),
        ], into: &buffer)
    case .form(let form): drawForm(form, into: &buffer)
    case .runFacts(let id, let scroll): draw(state.factsDialog(of: id, scroll), into: &buffer)
    case .gpuFigure(let name, let scroll): draw(state.explanation(of: name, scroll), into: &buffer)
    case .prefetch(let scroll): drawPrefetch(scroll, into: &buffer)
    case .tasks(let selected, let environment):
      drawTasks(selected, environment, into: &buffer)
    case .exercise(let dialog): draw(dialog, into: &buffer)
    }
  }

  func draw(_ dialog: Dialog, into buffer: inout CellBuffer) -> Drawn {
    dialog.draw(into: &buffer, area: buffer.bounds, theme: state.theme, glyphs: state.glyphs)
    return Drawn(spots: dialog.spots(in: buffer.bounds))
  }

  func ask(
    _ title: String, _ text: String, _ choices: [KeyHint], into buffer: inout CellBuffer
  ) -> Drawn {
    draw(Dialog(title: title, text: text, choices: choices), into: &buffer)
  }

  /// A box of the wanted size in the middle, and its inside.
  func box(
    _ title: String, columns: Int, rows: Int, into buffer: inout CellBuffer
  ) -> Rect {
    let bounds = buffer.bounds
    let width = min(columns, bounds.columns)
    let height = min(rows, bounds.rows)
    let area = Rect(
      column: (bounds.columns - width) / 2, row: (bounds.rows - height) / 2, columns: width,
      rows: height)
    buffer.fill(area, with: Cell(" ", style: state.theme[.dialog]))
    Frame(title: title, isFocused: true).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    return Frame.interior(of: area).inset(columns: 1)
  }

  /// Lines of choices at the foot of a box.
  func drawChoices(
    _ lines: [[KeyHint]], into buffer: inout CellBuffer, area: Rect
  ) -> [HotSpot] {
    Dialog.draw(lines, into: &buffer, area: area, theme: state.theme)
    return KeyHint.spots(of: lines, in: area)
  }

  /// The rows of a list that can be clicked.
  func rowSpots(_ area: Rect, selected: Int?, count: Int) -> [HotSpot] {
    let first = ListView.offset(showing: selected, from: 0, count: count, rows: area.rows)
    return (0..<max(0, min(area.rows, count - first))).map { row in
      HotSpot(
        area: Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1),
        meaning: .row(first + row))
    }
  }

  func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - TextWidth.columns(of: text)))
  }
}
