import SessionEngine
import TerminalCore

extension ConsoleState {
  /// What is kept of an earlier run.
  func factsDialog(of id: RunID, _ scroll: Int) -> Dialog {
    guard let run = storedRun(id) else {
      return Dialog(
        title: "Run \(id)", text: "Nothing is kept of it.", choices: [KeyHint("Esc", "close")])
    }
    var dialog = Dialog(
      title: "Run \(id): \(run.name ?? run.title)", text: facts(of: run),
      choices: [KeyHint("Esc", "close")], offset: scroll)
    if dialog.mostOffset(in: Rect(size: size)) > 0 {
      dialog.choices.append(KeyHint(glyphs.keyName("↑↓"), "scroll"))
    }
    return dialog
  }

  private func facts(of run: StoredRun) -> String {
    var lines = [
      "\(run.exercise) in \(run.environment), by \(run.provider)",
      "$ \(shortened(run.commandLine))",
      "in \(shortened(run.workingDirectory))",
      "",
      "started: \(RunWords.moment(run.startedAt, timeZone))",
      "ended: \(RunWords.ending(of: run))",
      "time: \(run.seconds.map(RunWords.duration) ?? "n/a: nobody saw the end")",
      "CPU: \(run.cpuSeconds.map(RunWords.duration) ?? "n/a")",
      "peak memory: \(run.peakMemoryBytes.map(RunWords.bytes) ?? "n/a")",
      "log: \(run.log.map(shortened) ?? "n/a: none was kept")",
    ]
    if let repetition = run.repetition { lines.append("repeat: \(repetition)") }
    if run.isPinned { lines.append("pinned") }
    lines += RunWords.options(run.options)
    if !run.facts.isEmpty {
      lines.append("")
      lines += run.facts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    }
    return lines.joined(separator: "\n")
  }
}
