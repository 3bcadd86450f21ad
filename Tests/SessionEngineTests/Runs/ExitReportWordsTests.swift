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
}
