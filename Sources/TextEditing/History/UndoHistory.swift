/// The steps that can be undone and redone, within a limit of bytes.
struct UndoHistory: Sendable, Equatable {
  private(set) var undoSteps: [UndoStep] = []
  private(set) var redoSteps: [UndoStep] = []
  private var cost = 0
  private let costLimit: Int
  private var isOpen = false
  private var revision = 0
  private var lastRevision = 0
  private var savedRevision = 0

  /// The oldest steps are forgotten when all of them hold more than `costLimit` bytes.
  init(costLimit: Int) {
    self.costLimit = costLimit
  }

  var isAtSavedState: Bool { revision == savedRevision }

  mutating func markSaved() {
    savedRevision = revision
    isOpen = false
  }

  /// The next edit begins a step of its own.
  mutating func closeStep() {
    isOpen = false
  }

  mutating func record(
    firstLine: Int, oldLines: [Line], newLines: [Line], before: Selection, after: Selection,
    grouping: EditGrouping
  ) {
    let previous = revision
    lastRevision += 1
    revision = lastRevision
    cost -= redoSteps.reduce(0) { $0 + $1.cost }
    redoSteps.removeAll()
    if isOpen, var step = undoSteps.last, grouping.continues(step.grouping),
      step.firstLine == firstLine, step.newLines.count == oldLines.count
    {
      cost -= step.cost
      step.newLines = newLines
      step.selectionAfter = after
      step.revisionAfter = revision
      undoSteps[undoSteps.count - 1] = step
      cost += step.cost
    } else {
      let step = UndoStep(
        firstLine: firstLine, oldLines: oldLines, newLines: newLines, selectionBefore: before,
        selectionAfter: after, grouping: grouping, revisionBefore: previous,
        revisionAfter: revision)
      undoSteps.append(step)
      cost += step.cost
    }
    isOpen = true
    forgetOldest()
  }

  private mutating func forgetOldest() {
    var dropped = 0
    while cost > costLimit, dropped < undoSteps.count - 1 {
      cost -= undoSteps[dropped].cost
      dropped += 1
    }
    undoSteps.removeFirst(dropped)
  }

  mutating func undo() -> UndoStep? {
    guard let step = undoSteps.popLast() else { return nil }
    redoSteps.append(step)
    revision = step.revisionBefore
    isOpen = false
    return step
  }

  mutating func redo() -> UndoStep? {
    guard let step = redoSteps.popLast() else { return nil }
    undoSteps.append(step)
    revision = step.revisionAfter
    isOpen = false
    return step
  }
}
