/// Finds whose processes are, and remembers it of each for as long as it is asked for.
///
/// The cost of a round is bounded: of a process that is known as a run's one file is read, of any
/// other its own three and one of each parent, a hundred at most. Nothing else of `/proc` is looked
/// at.
struct ProcessOwnerFinder: Sendable {
  private struct Known {
    let start: Int64
    var finding: ProcessOwners.Finding
  }

  /// More parents than that are no tree.
  private static let mostParents = 100

  private let table: any ProcessTable
  private let session: String
  /// The container or job that this process itself is in: to be in it, too, says nothing.
  private let ownScope: ProcessScope?
  private var known: [Int32: Known] = [:]

  /// - Parameter session: Whose runs are looked for.
  init(table: any ProcessTable, session: String, own: Int32) {
    self.table = table
    self.session = session
    ownScope = table.scope(of: own)
  }

  /// - Parameters:
  ///   - processes: As the driver lists them.
  ///   - roots: Of every run that may still have processes.
  ///   - time: When they were listed, in seconds since 1970: who has begun later has only taken the
  ///     number of one that is gone.
  mutating func owners(
    of processes: Set<Int32>, roots: [RunRoot], at time: Double
  ) -> ProcessOwners {
    known = known.filter { processes.contains($0.key) }
    var owners = ProcessOwners()
    var parents: [Int32: ProcessRecord?] = [:]
    for process in processes.sorted() {
      guard let record = table.record(of: process), !hasBegun(record, after: time) else {
        known[process] = nil
        continue
      }
      if let before = known[process], before.start == record.start, before.finding.owner != .other {
        owners.findings[process] = before.finding
        continue
      }
      let scope = table.scope(of: process)
      let run = self.run(above: record, roots, &parents) ?? self.run(markedOn: record)
      let owner = run.map { GPUOwner.run($0) } ?? .other
      owners.findings[process] = ProcessOwners.Finding(owner: owner, scope: scope)
      known[process] = Known(start: record.start, finding: owners[process])
    }
    shareScopes(among: &owners)
    return owners
  }

  /// The clock of processes and that of the samples agree to a second.
  private func hasBegun(_ record: ProcessRecord, after time: Double) -> Bool {
    guard time > 0, let start = table.startTime(of: record) else { return false }
    return start > time + 2
  }

  private func run(
    above record: ProcessRecord, _ roots: [RunRoot], _ parents: inout [Int32: ProcessRecord?]
  ) -> RunID? {
    var next = record
    for _ in 0..<Self.mostParents {
      if let root = roots.first(where: { $0.begins(at: next) }) { return root.run }
      guard next.parent > 1 else { return nil }
      let parent: ProcessRecord? = parents[next.parent] ?? table.record(of: next.parent)
      parents[next.parent] = parent
      // A parent is older than its child, or else its number has been given away.
      guard let parent, parent.start <= next.start else { return nil }
      next = parent
    }
    return nil
  }

  private func run(markedOn record: ProcessRecord) -> RunID? {
    table.mark(of: record.processID).flatMap { $0.session == session ? $0.run : nil }
  }

  /// Who is in a container or a job with processes of one run is of that run, too.
  private mutating func shareScopes(among owners: inout ProcessOwners) {
    var runs: [ProcessScope: Set<RunID>] = [:]
    for finding in owners.findings.values {
      if case .run(let run) = finding.owner, let scope = finding.scope, scope != ownScope {
        runs[scope, default: []].insert(run)
      }
    }
    for (process, finding) in owners.findings where finding.owner == .other {
      guard let scope = finding.scope, let found = runs[scope], found.count == 1,
        let run = found.first
      else { continue }
      let shared = ProcessOwners.Finding(owner: .run(run), scope: scope)
      owners.findings[process] = shared
      known[process]?.finding = shared
    }
  }
}
