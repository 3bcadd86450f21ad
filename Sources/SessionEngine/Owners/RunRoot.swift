/// Where the tree of a run's processes begins.
///
/// The supervisor is the parent of every process of the run that has lost its own: a child that has
/// detached itself is still below it.
struct RunRoot: Sendable, Hashable {
  let run: RunID
  let program: ProcessRecord?
  let supervisor: ProcessRecord?

  /// - Parameter own: This process, which is no supervisor.
  init(_ run: RunID, program process: Int32, own: Int32, in table: any ProcessTable) {
    self.run = run
    program = table.record(of: process)
    supervisor = program.flatMap {
      $0.parent > 1 && $0.parent != own ? table.record(of: $0.parent) : nil
    }
  }

  func begins(at record: ProcessRecord) -> Bool {
    [program, supervisor].contains {
      $0?.processID == record.processID && $0?.start == record.start
    }
  }
}
