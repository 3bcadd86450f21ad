import PixiWorkspace
import Testing

@Suite struct PixiWaitingTests {
  @Test func tellsWhatAnotherPixiHolds() {
    let long =
      " WARN still waiting on another pixi process to finish installing '/w/.pixi/envs/gpu' "
      + "(90s elapsed)"
    #expect(PixiWaiting(line: long) == .environment(seconds: 90))
    #expect(
      PixiWaiting(line: long)?.words
        == "Waits for another pixi that installs this environment, for 90 seconds now.")
    #expect(
      PixiWaiting(line: "Blocking waiting for global file lock on package cache")
        == .packageCache)
    #expect(PixiWaiting(line: "waiting for the kettle") == nil)
  }
}
