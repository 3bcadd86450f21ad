import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct PreflightTests {
  private func finding(
    _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String? = nil
  ) -> PreflightFinding {
    PreflightFinding(
      check: "driver", environment: "gpu", severity: severity, says: says, remedy: remedy)
  }

  private func asked(_ findings: [PreflightFinding]) -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("d")
    guard case .confirmBatch(var preview)? = harness.state.dialog else { return harness }
    preview.commands = .planned(
      PlannedCommands(installs: [], runs: ["python train.py"], preflight: findings))
    harness.take(.planned(preview))
    return harness
  }

  private func starts(_ effects: [ConsoleEffect]) -> Bool {
    effects.contains { if case .startBatch = $0 { true } else { false } }
  }

  @Test func theGravestStandsFirstAndWhatIsFineIsFolded() throws {
    let harness = asked([
      finding(.fine, "The lock is there."), finding(.warning, "JAX takes all memory.", "Set it."),
      finding(.blocking, "The driver is too old.", "Update it."), finding(.fine, "Disk is there."),
      finding(.unknown, "Nobody knows."),
    ])
    let text = harness.state.render().frame.text
    let places = try [
      "will fail in gpu: The driver is too old. Update it.", "! warning in gpu: JAX takes",
      "? not known in gpu: Nobody", "2 checks fine",
    ].map { try #require(text.range(of: $0), "\($0)\n\(text)").lowerBound }
    #expect(places == places.sorted())
    #expect(!text.contains("The lock is there."))
  }

  @Test func whatWillFailNeedsASecondYes() {
    var harness = asked([finding(.blocking, "The driver is too old.", "Update it.")])
    #expect(!starts(harness.press("<Enter>")))
    #expect(harness.state.render().frame.text.contains("run anyway"))
    // Enter again is no answer to the second question.
    #expect(!starts(harness.press("<Enter>")))
    harness.press("<Esc>")
    #expect(harness.state.dialog != nil)
    harness.press("<Enter>")
    #expect(starts(harness.press("y")))
  }

  @Test func aWarningDoesNotHinder() {
    var harness = asked([finding(.warning, "It is slow.")])
    #expect(starts(harness.press("<Enter>")))
  }

  @Test func repeatsAreChosenBeforeTheStart() {
    var harness = asked([])
    harness.press("+++-")
    #expect(harness.state.render().frame.text.contains("3 times in each environment"))
    let effects = harness.press("<Enter>")
    guard case .startBatch(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(request.repeats == 3)
  }

  @Test func environmentsAreMarkedForADuelAndRemembered() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("E<Down>  d")
    // gpu was marked, unmarked by the second Space on the last row: nothing is marked.
    guard case .confirmBatch(let first)? = harness.state.dialog else {
      Issue.record("nothing is asked")
      return
    }
    #expect(first.environments == ["cpu", "gpu"])
    harness.press("<Esc>E<Down> <Up> d")
    guard case .confirmBatch(let second)? = harness.state.dialog else {
      Issue.record("nothing is asked")
      return
    }
    #expect(second.environments == ["gpu", "cpu"])
    harness.press("<Esc>d")
    guard case .confirmBatch(let third)? = harness.state.dialog else { return }
    #expect(third.environments == ["gpu", "cpu"])
    harness.press("<Esc>E d")
    #expect(harness.state.notice?.text.contains("one is marked now") == true)
  }
}
