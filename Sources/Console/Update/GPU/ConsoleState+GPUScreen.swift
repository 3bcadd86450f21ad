import GPUMetrics
import SessionEngine
import TerminalCore

/// What keys and the mouse do on the full screen of a GPU.
extension ConsoleState {
  mutating func performOnGPUScreen(_ command: Command) -> [ConsoleEffect]? {
    switch command {
    case .selectPrevious: moveGPURow(by: -1)
    case .selectNext: moveGPURow(by: 1)
    case .selectFirst: moveGPURow(by: -Self.farAway)
    case .selectLast: moveGPURow(by: Self.farAway)
    case .scrollPageUp: moveGPURow(by: -gpuPageRows)
    case .scrollPageDown: moveGPURow(by: gpuPageRows)
    case .openGPURow: return openGPURow()
    case .explainFigure: explainGPUFigure()
    case .nextGPUList:
      let isInFront = gpuScreen?.list == .processes
      gpuScreen?.list = isInFront ? .figures : .processes
    case .toggleTree:
      gpuScreen?.isTree.toggle()
      gpuScreen?.list = .processes
    case .sortProcesses:
      gpuScreen?.order.next()
      gpuScreen?.list = .processes
    case .reverseSort:
      gpuScreen?.order.isAscending.toggle()
      gpuScreen?.list = .processes
    case .toggleZoom: gpuScreen?.isGraphOnly.toggle()
    default: return nil
    }
    return []
  }

  private var gpuScreenView: GPUScreenView? {
    gpuScreen.map { GPUScreenView(state: self, screen: $0) }
  }

  private var gpuPageRows: Int {
    guard let view = gpuScreenView else { return 1 }
    let parts = view.parts(of: screenBody)
    let area = view.isInFront(.processes) ? parts.processes : parts.figures
    return max(1, view.rowsArea(of: area, list: view.screen.list).rows - 1)
  }

  private mutating func moveGPURow(by step: Int) {
    guard let view = gpuScreenView, let device = view.device else { return }
    switch view.screen.list {
    case .processes:
      let rows = view.processTable(of: device).rows
      guard let selected = view.selectedProcess(in: rows) else { return }
      chooseProcess(max(0, min(rows.count - 1, selected + step)), in: rows)
    case .figures:
      let rows = view.figureRows(of: device)
      let selected = view.selectedFigure(in: rows)
      chooseFigure(max(0, min(rows.count - 1, selected + step)), in: rows)
    }
  }

  private mutating func chooseProcess(_ index: Int, in rows: [GPUProcessRow]) {
    gpuScreen?.list = .processes
    gpuScreen?.row = rows[index].id
    gpuScreen?.rowIndex = index
  }

  private mutating func chooseFigure(_ index: Int, in rows: [GPUFigureRow]) {
    gpuScreen?.list = .figures
    switch rows[index] {
    case .metric(let metric):
      gpuView.metric = metric
      gpuScreen?.fact = nil
    case .fact(let fact): gpuScreen?.fact = fact.name
    }
  }

  private mutating func explainGPUFigure() {
    guard let screen = gpuScreen, gpuDevice != nil else { return }
    dialog = .gpuFigure(
      screen.fact.map { .fact($0) } ?? .metric(gpuView.metric), scroll: 0)
  }

  /// Shows the run a process belongs to, or explains a figure.
  private mutating func openGPURow() -> [ConsoleEffect] {
    guard let view = gpuScreenView, let device = view.device else { return [] }
    guard view.screen.list == .processes else {
      explainGPUFigure()
      return []
    }
    let rows = view.processTable(of: device).rows
    guard let index = view.selectedProcess(in: rows) else {
      notice = Notice(.information, "Nobody is on this GPU.")
      return []
    }
    guard let run = rows[index].run else {
      let isOwned = rows[index].isOwned
      notice = Notice(
        .information,
        isOwned
          ? "No run of this console has it: there is none to go to."
          : "Whose it is is told of this machine's live GPUs alone.")
      return []
    }
    guard runs[run] != nil else {
      notice = Notice(.information, "\(run) is not of this session: R lists earlier runs.")
      return []
    }
    return show(run)
  }

  mutating func handleOnGPUScreen(_ mouse: MouseEvent) -> [ConsoleEffect] {
    guard let view = gpuScreenView, let device = view.device else { return [] }
    let parts = view.parts(of: screenBody)
    let isOnGraph = parts.graph.contains(mouse.point)
    switch mouse.action {
    case .scrollUp: isOnGraph ? moveGPUTime(by: -1) : moveGPURow(by: -3)
    case .scrollDown: isOnGraph ? moveGPUTime(by: 1) : moveGPURow(by: 3)
    case .press:
      for list in [GPUScreenState.List.processes, .figures] {
        let area = list == .processes ? parts.processes : parts.figures
        guard area.contains(mouse.point) else { continue }
        return clickGPURow(mouse.point, list, view.rowsArea(of: area, list: list), device)
      }
    case .release, .drag: break
    }
    return []
  }

  /// A click chooses a row, a second one on it opens it.
  private mutating func clickGPURow(
    _ point: Point, _ list: GPUScreenState.List, _ area: Rect, _ device: GPUDevice
  ) -> [ConsoleEffect] {
    guard let view = gpuScreenView else { return [] }
    let wasInFront = view.isInFront(list)
    let processes = view.processTable(of: device).rows
    let figures = view.figureRows(of: device)
    let count = list == .processes ? processes.count : figures.count
    // Of a list that is not in front the first rows are shown, but for the figure that is drawn.
    let selected =
      list == .figures
      ? view.selectedFigure(in: figures) : wasInFront ? view.selectedProcess(in: processes) : nil
    let first = ListView.offset(showing: selected, from: 0, count: count, rows: area.rows)
    gpuScreen?.list = list
    guard area.contains(point), first + point.row - area.row < count else { return [] }
    let row = first + point.row - area.row
    if wasInFront, row == selected { return openGPURow() }
    if list == .processes {
      chooseProcess(row, in: processes)
    } else {
      chooseFigure(row, in: figures)
    }
    return []
  }
}
