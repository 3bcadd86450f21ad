import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct FormTests {
  @Test(
    arguments: [
      ("90", 90), ("90s", 90), ("10m", 600), ("1h30m", 5400), ("1:30", 5400), (" 2h ", 7200),
      ("0", nil), ("-5", nil), ("soon", nil), ("5m3", nil), ("", nil), ("1:75", nil),
    ] as [(String, Double?)])
  func timesAreReadAsPeopleWriteThem(text: String, seconds: Double?) {
    #expect(FormValue.seconds(text) == seconds)
  }

  @Test(
    arguments: [
      ("--epochs 8", ["--epochs", "8"]), ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
      ("a\\ b", ["a b"]), ("''", [""]), ("", []), ("'open", nil), ("it\\'s", ["it's"]),
    ] as [(String, [String]?)])
  func wordsAreCutAsAShellDoes(text: String, words: [String]?) {
    #expect(FormValue.words(text) == words)
    if let words { #expect(FormValue.words(FormValue.line(words)) == words) }
  }

  private func form() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("o")
    return harness
  }

  @Test func optionsBecomeTheBatchThatIsAskedAbout() throws {
    var harness = form()
    let effects = harness.press(
      "--epochs 2<Down>SEED=1 NAME='a b'<Down>sub<Down>10m<Down><Backspace>5<Down> <Down>12.4<Enter>"
    )
    guard case .planBatch(let preview)? = effects.last else {
      Issue.record("\(effects) \(String(describing: harness.state.dialog))")
      return
    }
    #expect(
      preview.options
        == RunOptions(
          arguments: ["--epochs", "2"], variables: ["SEED": "1", "NAME": "a b"],
          workingDirectory: "/home/test/test/exercise-2/sub", timeoutSeconds: 600,
          overrideCUDA: "12.4"))
    #expect(preview.repeats == 5)
    #expect(preview.request(size: .zero).options == preview.options)
    #expect(preview.request(size: .zero).repeats == 5)
  }

  @Test(
    arguments: [
      ("'open", "A quote is left open in the arguments"), ("<Down>1A=2", "1A=2 is no variable"),
      ("<Down><Down><Down>x", "x is no time"),
      ("<Down><Down><Down><Down><Backspace>21", "21 repeats cannot be"),
      ("<Down><Down><Down><Down><Down> ", "Which CUDA to pretend is missing"),
    ])
  func whatIsWrongIsSaidAndNothingIsAsked(keys: String, words: String) {
    var harness = form()
    let effects = harness.press(keys + "<Enter>")
    #expect(effects.isEmpty)
    #expect(harness.state.render().frame.text.contains(words))
  }

  @Test func theSwitchWarnsAndAVersionWithoutItIsNotTaken() throws {
    var harness = form()
    #expect(!harness.state.render().frame.text.contains("Warning:"))
    harness.press("<Down><Down><Down><Down><Down> ")
    #expect(harness.state.render().frame.text.contains("Warning:"))
    harness.press(" <Down>12.4")
    let effects = harness.press("<Enter>")
    guard case .planBatch(let preview)? = effects.last else {
      Issue.record("\(effects)")
      return
    }
    #expect(preview.options.overrideCUDA == nil)
  }
}
