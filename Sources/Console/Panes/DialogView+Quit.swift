import SessionEngine
import TerminalCore

extension DialogView {
  func drawQuit(into buffer: inout CellBuffer) -> Drawn {
    var text: [String] = []
    let runs = state.aliveRuns
    if !runs.isEmpty {
      text.append(
        "Still alive, and stopped on quitting: "
          + runs.map { name(of: $0.snapshot) }.joined(separator: ", ") + ".")
    }
    let files = state.modifiedFiles.map { "\($0.exercise)/\($0.path)" }
    var choices: [KeyHint] = []
    if files.isEmpty {
      choices = [KeyHint("Enter", "quit"), KeyHint("Esc", "stay")]
    } else {
      text.append("Not saved: \(files.joined(separator: ", ")).")
      text.append("Without saving, your text is kept aside and offered at the next start.")
      choices = [
        KeyHint("s", "save and quit"), KeyHint("y", "quit without saving"), KeyHint("Esc", "stay"),
      ]
    }
    return ask("Quit Atelier?", text.joined(separator: "\n"), choices, into: &buffer)
  }

  private func name(of run: RunSnapshot) -> String {
    if case .install = run.purpose { return "the installation of \(run.environment)" }
    // Its title tells why besides, and that was told when it was opened.
    if run.isPlainShell { return "a shell without an environment" }
    return run.title
  }
}
