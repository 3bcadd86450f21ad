import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

// The faults that must leave nothing orphaned, show nothing that is not so, and leave the engine
// usable, and the tests that hold it to that:
//
// | fault                            | tests                                                       |
// |----------------------------------|-------------------------------------------------------------|
// | a child ignores TERM             | ProcessFaults.aChildThatIgnoresTERM,                        |
// |                                  | TearDownTests.ignoresSignals                                |
// | a child forks and exits          | ProcessFaults.aChildThatForksAndExits,                      |
// |                                  | TearDownTests.forking                                       |
// | a child double-forks away        | ProcessFaults.aChildThatForksTwiceAndLeavesItsSession,      |
// |                                  | TearDownTests.daemonised                                    |
// | the console is killed with -9    | KilledConsoleTests (run, install, captured command),        |
// |                                  | KeptFigureTests (what is kept of the figures),              |
// |                                  | TearDownTests.ownerIsKilled                                 |
// | the log's disk is full           | LogFaults.aDiskThatIsFullFromTheBeginning,                  |
// |                                  | MachineFaultTests.theDiskOfTheLogFillsUp,                   |
// |                                  | MachineFaultTests.theDiskOfTheLogAndTheDatabaseFillsUp      |
// | the workspace is deleted         | LogFaults.theWorkspaceIsDeletedUnderARun,                   |
// |                                  | LogFaults.theWorkspaceIsDeletedWithItsDatabase              |
// | pixi hangs                       | PixiFaults.pixiThatHangs                                    |
// | pixi is killed in an install     | PixiFaults.pixiIsKilledInAnInstall                          |
// | no pseudo-terminals are left     | MachineFaultTests.noPseudoTerminalIsLeft                    |
// | the clock jumps                  | ClockFaults                                                 |
// | 64 runs at once                  | LoadFaults.sixtyFourRunsAtOnce                              |
// | two runs of one environment      | LoadFaults.twoRunsOfOneEnvironmentStartedAtOnce             |
// | the kernel is out of memory      | ProcessFaults.theKernelKillsForWantOfMemory                 |
// | the supervisor is killed         | ProcessFaults.theSupervisorIsKilled                         |
//
// The database's own faults are with the database's tests.

/// One fault after another: each has many processes of its own.
@Suite(.serialized, .timeLimit(.minutes(10))) enum FaultMatrix {}

extension EngineFixture {
  /// Expects that another run of the environment works as if nothing had happened, and that its
  /// log is complete.
  func expectUsable(
    _ environment: String = "gpu", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let (batch, runs) = try await carryOut(request(environment))
    let run = try #require(runs[0], sourceLocation: sourceLocation)
    #expect(batch.lanes[0].phase == .ended, sourceLocation: sourceLocation)
    #expect(run.state.hasSucceeded, "\(run.state)", sourceLocation: sourceLocation)
    #expect(run.logFault == nil, sourceLocation: sourceLocation)
    #expect(try await log(of: run.id) == "usable\n", sourceLocation: sourceLocation)
  }

  /// What ``expectUsable(_:sourceLocation:)`` runs.
  static let usable = Scripts(workload: "echo usable")
}
