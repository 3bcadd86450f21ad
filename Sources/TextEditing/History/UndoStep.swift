/// Lines that were put in the place of others, with the selection on either side of it.
struct UndoStep: Sendable, Equatable {
  var firstLine: Int
  var oldLines: [Line]
  var newLines: [Line]
  var selectionBefore: Selection
  var selectionAfter: Selection
  var grouping: EditGrouping
  var revisionBefore: Int
  var revisionAfter: Int

  /// Bytes the step holds, roughly.
  var cost: Int {
    (oldLines + newLines).reduce(64) { $0 + $1.byteCount + 32 }
  }
}
