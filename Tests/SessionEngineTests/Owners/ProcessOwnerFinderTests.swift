import Foundation
import Glibc
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct ProcessOwnerFinderTests {
  private static let own: Int32 = 5
  private static let container = ProcessScope(
    kind: .docker, name: String(repeating: "a", count: 64))

  /// The console is 5; 20 supervises 21, the program of run 1; 30 and 31 those of run 2.
  private var table: ProcessDouble {
    var table = ProcessDouble()
    table.add(Self.own, below: 1, start: 1)
    table.add(20, below: Self.own)
    table.add(21, below: 20)
    table.add(30, below: Self.own)
    table.add(31, below: 30)
    return table
  }

  private func owners(
    of processes: Set<Int32>, in table: ProcessDouble, at time: Double = 1000
  ) -> ProcessOwners {
    var finder = ProcessOwnerFinder(table: table, session: "s", own: Self.own)
    return finder.owners(of: processes, roots: roots(table), at: time)
  }

  private func roots(_ table: ProcessDouble) -> [RunRoot] {
    [
      RunRoot(RunID(1), program: 21, own: Self.own, in: table),
      RunRoot(RunID(2), program: 31, own: Self.own, in: table),
    ]
  }

  @Test func eachRunHasWhatIsBelowItAndWhatHasDetachedItself() {
    var table = table
    table.add(40, below: 21, start: 20)
    table.add(41, below: 40, start: 21)
    // Its parents are gone: the supervisor is the parent of every orphan.
    table.add(50, below: 30, start: 30)
    table.add(60, below: 1)
    let owners = owners(of: [21, 41, 50, 60, 70], in: table)
    #expect(owners[21].owner == .run(RunID(1)))
    #expect(owners[41].owner == .run(RunID(1)))
    #expect(owners[50].owner == .run(RunID(2)))
    #expect(owners[60].owner == .other)
    #expect(owners[70].owner == .hidden)
  }

  @Test func aMarkTellsOfWhatIsInNoTreeButOnlyOfThisSession() {
    var table = table
    table.add(40, below: 1)
    table.marks[40] = RunMark(run: RunID(2), session: "s")
    table.add(41, below: 1)
    table.marks[41] = RunMark(run: RunID(2), session: "another")
    // A console inside of a run marks its own runs: they are the outer run's as well.
    table.add(42, below: 21)
    table.marks[42] = RunMark(run: RunID(2), session: "another")
    let owners = owners(of: [40, 41, 42], in: table)
    #expect(owners[40].owner == .run(RunID(2)))
    #expect(owners[41].owner == .other)
    #expect(owners[42].owner == .run(RunID(1)))
  }

  @Test func whoSharesAContainerWithOneRunIsOfIt() {
    var table = table
    table.add(40, below: 21)
    table.add(41, below: 1)
    table.add(42, below: 1)
    table.scopes = [40: Self.container, 41: Self.container]
    var owners = owners(of: [40, 41, 42], in: table)
    #expect(owners[41].owner == .run(RunID(1)) && owners[41].scope == Self.container)
    #expect(owners[42].owner == .other)
    // With processes of two runs in it nobody can tell.
    table.scopes[31] = Self.container
    owners = self.owners(of: [31, 40, 41], in: table)
    #expect(owners[41].owner == .other)
    // Where the console itself is in it, everybody is.
    table.scopes = [40: Self.container, 41: Self.container, Self.own: Self.container]
    owners = self.owners(of: [40, 41], in: table)
    #expect(owners[41].owner == .other)
  }

  @Test func aNumberThatIsUsedAgainIsAnotherProcess() {
    var table = table
    table.add(40, below: 21, start: 20)
    var finder = ProcessOwnerFinder(table: table, session: "s", own: Self.own)
    #expect(finder.owners(of: [40], roots: roots(table), at: 1000)[40].owner == .run(RunID(1)))

    // The program's number went to a stranger, who has a child.
    var later = table
    later.add(21, below: 1, start: 500)
    later.add(40, below: 21, start: 600)
    var other = ProcessOwnerFinder(table: later, session: "s", own: Self.own)
    let found = other.owners(of: [21, 40], roots: roots(table), at: 1000)
    #expect(found[21].owner == .other && found[40].owner == .other)

    // It has begun after the driver listed the number: that one is gone.
    #expect(owners(of: [40], in: later, at: 550)[40].owner == .hidden)
    // A parent that is younger than its child is none.
    later.add(40, below: 31, start: 5)
    #expect(owners(of: [40], in: later)[40].owner == .other)
  }

  @Test func whatWasFoundOfAProcessStaysSoWhileItLives() {
    final class Box: ProcessTable, @unchecked Sendable {
      var table: ProcessDouble
      init(_ table: ProcessDouble) { self.table = table }
      func record(of process: Int32) -> ProcessRecord? { table.record(of: process) }
      func mark(of process: Int32) -> RunMark? { table.mark(of: process) }
      func scope(of process: Int32) -> ProcessScope? { table.scope(of: process) }
      func startTime(of record: ProcessRecord) -> Double? { table.startTime(of: record) }
    }
    let box = Box(table)
    box.table.add(40, below: 21, start: 20)
    var finder = ProcessOwnerFinder(table: box, session: "s", own: Self.own)
    let roots = roots(table)
    #expect(finder.owners(of: [40], roots: roots, at: 1000)[40].owner == .run(RunID(1)))
    box.table.add(40, below: 1, start: 20)
    #expect(finder.owners(of: [40], roots: roots, at: 1000)[40].owner == .run(RunID(1)))
    box.table.add(40, below: 1, start: 900)
    #expect(finder.owners(of: [40], roots: roots, at: 1000)[40].owner == .other)
    box.table.records[40] = nil
    #expect(finder.owners(of: [40], roots: roots, at: 1000)[40].owner == .hidden)
  }

  @Test func aRealChildIsFoundByItsTreeAndItsMark() async throws {
    let (shell, output) = (Process(), Pipe())
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "sleep 60 & echo $!; wait"]
    shell.environment = RunMark(run: RunID(7), session: "s").variables
    shell.standardOutput = output
    try shell.run()
    var text = Data()
    while !text.contains(10) { text += output.fileHandleForReading.availableData }
    let child = try #require(
      Int32(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)))
    let table = LinuxProcessTable()
    let now = Date().timeIntervalSince1970
    let root = RunRoot(RunID(3), program: shell.processIdentifier, own: getpid(), in: table)
    var finder = ProcessOwnerFinder(table: table, session: "s", own: getpid())
    #expect(finder.owners(of: [child], roots: [root], at: now)[child].owner == .run(RunID(3)))
    try await waitUntil("the child has its own environment") { table.mark(of: child) != nil }
    var marked = ProcessOwnerFinder(table: table, session: "s", own: getpid())
    #expect(marked.owners(of: [child], roots: [], at: now)[child].owner == .run(RunID(7)))
    // As if it had been listed a minute before it began.
    #expect(marked.owners(of: [child], roots: [], at: now - 60)[child].owner == .hidden)
    // The shell may have inherited that it hears of no child's end: it is ended, too.
    kill(child, SIGKILL)
    kill(shell.processIdentifier, SIGKILL)
  }
}
