import SessionEngine
import TerminalCore

extension ConsoleState {
  /// The runs that the filter leaves: pinned ones first, then the newest.
  func runListRows(_ filter: String) -> [RunListRow] {
    let mine = runs.values.filter { $0.snapshot.purpose != .shell }
      .map { RunListRow($0, uptime: clock.uptime, timeZone: timeZone) }
    let earlier = (history ?? []).filter { runs[$0.id] == nil && $0.purpose != .shell }
      .map { run in
        RunListRow(
          run, series: historyFigures[run.id] ?? [], timeZone: timeZone,
          isHeldElsewhere: readOnlyReason != nil)
      }
    let words = filter.lowercased().split(separator: " ")
    return (mine + earlier).filter { row in words.allSatisfy { row.text.contains($0) } }
      .sorted { ($0.isPinned ? 1 : 0, $0.id) > ($1.isPinned ? 1 : 0, $1.id) }
  }

  var runList: RunListState? {
    get {
      if case .runs(let list)? = screens.last { return list }
      return nil
    }
    set {
      if let newValue, runList != nil { screens[screens.count - 1] = .runs(newValue) }
    }
  }

  /// The run whose row is in front.
  var listedRun: RunListRow? {
    guard let list = runList else { return nil }
    let rows = runListRows(list.filter.text)
    return rows.indices.contains(list.selected) ? rows[list.selected] : nil
  }

  mutating func selectListed(_ row: Int) {
    guard var list = runList else { return }
    list.selected = max(0, min(runListRows(list.filter.text).count - 1, row))
    runList = list
  }

  mutating func openListed() -> [ConsoleEffect] {
    guard let row = listedRun else { return [] }
    if runs[row.id] != nil { return show(row.id) }
    dialog = .runFacts(row.id, scroll: 0)
    return []
  }

  mutating func markListed() {
    guard var list = runList, let row = listedRun else { return }
    if let index = list.marked.firstIndex(of: row.id) {
      list.marked.remove(at: index)
    } else if list.marked.count == 4 {
      notice = Notice(.information, "Four runs are marked: Space on one of them unmarks it.")
    } else if let other = list.marked.first.flatMap(exercise(of:)), other != row.exercise {
      notice = Notice(
        .information, "\(row.id) ran \(row.exercise): runs of one exercise are compared, \(other).")
    } else {
      list.marked.append(row.id)
    }
    runList = list
    selectListed(list.selected + 1)
  }

  private func exercise(of id: RunID) -> String? {
    runs[id]?.snapshot.exercise ?? storedRun(id)?.exercise
  }

  /// Leaves what is in front; a filter that is kept goes first.
  mutating func closeScreen() {
    if runList?.filter.text.isEmpty == false {
      let front = listedRun?.id
      runList?.filter = TextField()
      selectListed(runListRows("").firstIndex { $0.id == front } ?? 0)
    } else if stepBackInContents() {
      return
    } else if !screens.isEmpty {
      screens.removeLast()
    }
  }

  mutating func handleInFilter(_ press: KeyPress) {
    guard var list = runList else { return }
    switch press.key {
    case .enter: list.isFiltering = false
    case .escape:
      list.isFiltering = false
      list.filter = TextField()
    case .up, .down:
      list.isFiltering = false
    default: if list.filter.handle(press) { list.selected = 0 }
    }
    runList = list
    selectListed(list.selected)
  }
}
