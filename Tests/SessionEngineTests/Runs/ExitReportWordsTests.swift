import ProcessRunner
import SessionEngine
import Testing

@Suite struct ExitReportWordsTests {
  @Test(
    arguments: [
      (.exited(0), "finished"), (.exited(2), "exit status 2"),
      (.exited(130), "exit status 130, as after SIGINT"),
      (.exited(128), "exit status 128"), (.exited(200), "exit status 200"),
      (.signaled(2), "stopped (SIGINT)"), (.signaled(15), "stopped (SIGTERM)"),
      (.signaled(6), "ended by SIGABRT"), (.signaled(29), "ended by signal 29"),
      (.failedToStart("It is not there."), "did not start: It is not there."),
      (.unknown, "ended, nobody saw how"),
    ] as [(ExitReport.Outcome, String)])
  func saysHowARunEnded(outcome: ExitReport.Outcome, words: String) {
    #expect(ExitReport(outcome: outcome, seconds: 1).words == words)
  }

  @Test func outOfMemoryIsOnlySaidWhenItIsKnown() {
    var report = ExitReport(outcome: .signaled(9), seconds: 1)
    #expect(report.words == "killed (SIGKILL): stopped from outside, or out of memory")
    report.ranOutOfMemory = true
    #expect(report.words == "killed (SIGKILL): out of memory")
    report.outcome = .exited(137)
    #expect(report.words == "exit status 137, as after SIGKILL: out of memory")
    report.outcome = .exited(1)
    #expect(report.words == "exit status 1")
  }

  @Test(
    arguments: [
      (.signaled(2), "stopped after its time-out of 10 min (SIGINT)"),
      (.signaled(9), "stopped after its time-out of 10 min (SIGKILL)"),
      (.exited(0), "stopped after its time-out of 10 min"),
      (.exited(3), "stopped after its time-out of 10 min, exit status 3"),
      (.failedToStart("It is gone."), "did not start: It is gone."),
    ] as [(ExitReport.Outcome, String)])
  func theReasonOfAStopIsKept(outcome: ExitReport.Outcome, words: String) {
    var report = ExitReport(outcome: outcome, seconds: 600)
    report.stopReason = "stopped after its time-out of 10 min"
    #expect(report.words == words)
    #expect(!RunState.ended(report).hasSucceeded)
  }
}
