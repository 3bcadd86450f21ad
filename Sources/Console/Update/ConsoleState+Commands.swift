import SessionEngine
import TerminalCore
import WorkshopModel

extension ConsoleState {
  mutating func perform(_ command: Command) -> [ConsoleEffect] {
    if let effects = performOnScreen(command) { return effects }
    if let effects = performOnGPU(command) { return effects }
    if let effects = performOnExercise(command) { return effects }
    switch command {
    case .quit: return quit()
    case .showHelp: dialog = .help(scroll: 0)
    case .showPalette: dialog = .palette(PaletteState())
    case .focusNext: moveFocus(by: 1)
    case .focusPrevious: moveFocus(by: -1)
    case .focus(let pane):
      screens = []
      focus = pane
    case .leaveEditor:
      typingInto = nil
      if keyScope == .editor {
        // Zoomed the outline would hide what was being read.
        (focus, isZoomed) = (.outline, false)
      }
    case .toggleZoom: isZoomed.toggle()
    case .nextTheme:
      themeIndex = (themeIndex + 1) % themes.count
      notice = Notice(.information, "Theme: \(theme.name).")
    case .dismissNotice:
      if search == nil && selection == nil { notice = nil }
      (search, selection) = (nil, nil)
    case .selectPrevious: select(outlineSelection - 1)
    case .selectNext: select(outlineSelection + 1)
    case .selectFirst: select(0)
    case .selectLast: select(outlineRows.count - 1)
    case .openSelected: return openSelected()
    case .nextTab: return moveTab(by: 1)
    case .previousTab: return moveTab(by: -1)
    case .showFiles: dialog = .files(selected: 0)
    case .saveFile: return saveFile()
    case .runSideBySide: return askForSideBySide()
    case .runCurrent: return askForRun()
    case .stop: return stopTarget()
    case .nextEnvironment: chooseNextEnvironment()
    case .showEnvironments: return showEnvironments()
    case .openShell: return openShell(isPlain: false)
    case .openPlainShell: return openShell(isPlain: true)
    case .typeIntoProgram: typingInto = focusedRun?.snapshot.id
    case .scrollUp: return scroll(by: -1)
    case .scrollDown: return scroll(by: 1)
    case .scrollPageUp: return scroll(by: -pageRows)
    case .scrollPageDown: return scroll(by: pageRows)
    case .scrollToStart: return scroll(by: -Self.farAway)
    case .scrollToEnd: return scroll(by: Self.farAway)
    case .showContents: return showContents()
    default: return performOnRuns(command)
    }
    return []
  }

  /// More lines than anything has.
  static let farAway = 1 << 30

  private mutating func quit() -> [ConsoleEffect] {
    if aliveRuns.isEmpty && modifiedFiles.isEmpty { return [.quit] }
    dialog = .confirmQuit
    return []
  }

  private mutating func moveFocus(by step: Int) {
    let panes = PaneID.allCases
    let index = panes.firstIndex(of: focus) ?? 0
    focus = panes[(index + step + panes.count) % panes.count]
  }

  private mutating func select(_ row: Int) {
    outlineSelection = max(0, min(outlineRows.count - 1, row))
  }

  private mutating func openSelected() -> [ConsoleEffect] {
    let rows = outlineRows
    guard rows.indices.contains(outlineSelection) else { return [] }
    let row = rows[outlineSelection]
    let id: String?
    switch row {
    case .exercise(let exercise, _): id = exercise
    case .segment(let index): id = workshop.segments[index].exercises.first
    }
    guard let id else {
      notice = Notice(.information, "This part has no exercise to open.")
      return []
    }
    focus = .workbench
    return open(exercise: id)
  }

  private mutating func openShell(isPlain: Bool) -> [ConsoleEffect] {
    guard let exercise, let name = currentEnvironment else { return [] }
    focus = .workbench
    return [
      .openShell(
        environment: name, exercise: exercise, size: shellTerminalSize, isPlain: isPlain)
    ]
  }

  var pageRows: Int {
    max(1, (layout.inside(focus)?.rows ?? 10) - 2)
  }
}
