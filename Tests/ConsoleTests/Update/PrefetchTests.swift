import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct PrefetchTests {
  @Test func whyTheQueueStandsStillIsSaid() {
    var harness = ConsoleHarness()
    harness.press("F<Enter>")
    var queue = PrefetchSnapshot(
      items: [
        PrefetchSnapshot.Item(
          exercise: "exercise-2", environment: "gpu", segment: "two", downloadBytes: nil,
          phase: .waiting)
      ], isPaused: false, freeDiskBytes: nil, waitsFor: "It waits for the next break.")
    harness.take(.engine(.prefetch(queue)))
    var text = harness.state.render().frame.text
    #expect(text.contains("It waits for the next break."))
    #expect(text.contains("To download: n/a before it is solved"))
    queue.isPaused = true
    harness.take(.engine(.prefetch(queue)))
    text = harness.state.render().frame.text
    #expect(text.contains("Paused: p goes on.") && !text.contains("It waits"))
  }

  private func queue(_ isPaused: Bool) -> ConsoleEvent {
    .engine(
      .prefetch(
        PrefetchSnapshot(
          items: [
            .init(
              exercise: "exercise-2", environment: "gpu", segment: "two",
              downloadBytes: 4 << 30, phase: .installing(RunID(40))),
            .init(
              exercise: "exercise-2", environment: "cpu", segment: "two", downloadBytes: nil,
              phase: .waiting),
          ], isPaused: isPaused, freeDiskBytes: 50 << 30)))
  }

  @Test func theQueueBeginsOnlyWhenSomebodyAgrees() {
    var harness = ConsoleHarness()
    harness.take(queue(true))
    harness.press("F")
    #expect(harness.press("p").isEmpty)
    #expect(harness.press("<Enter>") == [.startPrefetch])
    harness.take(queue(false))
    #expect(harness.press("p") == [.pausePrefetch])
    harness.take(queue(true))
    #expect(harness.press("p") == [.resumePrefetch])
    #expect(harness.press("<Enter>").isEmpty)
  }

  @Test func whatFailedIsTriedOnceMoreOnEnter() {
    var harness = ConsoleHarness()
    harness.press("F<Enter>")
    func take(_ phase: PrefetchSnapshot.Item.Phase) {
      harness.take(
        .engine(
          .prefetch(
            PrefetchSnapshot(
              items: [
                .init(
                  exercise: "exercise-2", environment: "gpu", segment: "two", downloadBytes: nil,
                  phase: phase)
              ], isPaused: false, freeDiskBytes: nil))))
    }
    take(.waiting)
    #expect(harness.press("<Enter>").isEmpty)
    take(.failed(Diagnosis(says: "No network.", remedy: "Look at the cable.")))
    #expect(harness.state.render().frame.text.contains("try what failed once more"))
    #expect(harness.press("<Enter>") == [.startPrefetch])
  }

  @Test func theLineAboveTheFooterSaysWhatIsFetchedAndForWhen() {
    var harness = ConsoleHarness()
    harness.take(queue(false))
    func line() -> String {
      harness.state.render().frame.textOfRow(harness.state.layout.notice.row)
    }
    #expect(line().contains("prefetching gpu for 09:40 · 4.0 GiB"))
    var run = harness.run(40, .running(processID: 3), purpose: .install(step: 1, of: 1))
    run.progress = RunProgress(fraction: 0.25, words: "24 of 94 packages")
    harness.take(.engine(.run(run)))
    #expect(line().contains("1.0 GiB of 4.0 GiB"))
    harness.press("F")
    let text = harness.state.render().frame.text
    #expect(text.contains("installing · 24 of 94 packages"))
    #expect(text.contains("size n/a"))
    #expect(text.contains("50.0 GiB free"))
    // It took no run pane from anybody.
    #expect(harness.state.runPanes.allSatisfy { $0.lane == nil })
  }
}
