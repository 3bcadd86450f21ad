import SessionEngine
import TerminalCore

extension ConsoleState {
  /// What is asked before a batch starts: every command, exactly as it will run.
  ///
  /// What is longer than the screen can be scrolled, and a key says so.
  func dialog(for preview: BatchPreview) -> Dialog {
    var dialog = wholeDialog(for: preview)
    if dialog.mostOffset(in: Rect(size: size)) > 0 {
      dialog.choices.append(KeyHint(glyphs.keyName("↑↓"), "scroll"))
    }
    return dialog
  }

  private func wholeDialog(for preview: BatchPreview) -> Dialog {
    switch preview.commands {
    case .planning:
      Dialog(
        title: title(of: preview), text: "Looking at what has to be done…",
        choices: [KeyHint("Esc", "not now")])
    case .impossible(let diagnosis):
      Dialog(
        title: title(of: preview), text: "\(diagnosis.says)\n\n\(diagnosis.remedy)",
        choices: [KeyHint("Esc", "close")], offset: preview.scroll)
    case .planned(let commands):
      preview.asksAgain
        ? Dialog(
          title: "It will fail. Run it anyway?", text: blockingWords(preview),
          choices: [KeyHint("y", "run anyway"), KeyHint("Esc", "not now")], offset: preview.scroll)
        : Dialog(
          title: title(of: preview), text: words(for: commands, preview),
          choices: choices(for: preview), offset: preview.scroll)
    }
  }

  private func choices(for preview: BatchPreview) -> [KeyHint] {
    if preview.onlyInstalls { return [KeyHint("Enter", "install"), KeyHint("Esc", "not now")] }
    let start = preview.blockingCount > 0 ? "start anyway…" : "start"
    return [
      KeyHint("Enter", start), KeyHint("+", "repeats"), KeyHint("-", "fewer"),
      KeyHint("o", "options"), KeyHint("Esc", "not now"),
    ]
  }

  /// What stands against it, for the second question.
  private func blockingWords(_ preview: BatchPreview) -> String {
    preview.findings.filter { $0.severity == .blocking }.map(words).joined(separator: "\n\n")
  }

  /// What was looked at: what is well is folded into one line.
  private func findingWords(_ preview: BatchPreview) -> [String] {
    let notFine = preview.findings.filter { $0.severity != .fine }
    let fine = preview.findings.count - notFine.count
    guard fine > 0 else { return notFine.map(words) }
    let mark = glyphs == .unicode ? "✓" : "ok:"
    return notFine.map(words) + ["\(mark) \(fine) \(fine == 1 ? "check" : "checks") fine"]
  }

  private func words(for finding: PreflightFinding) -> String {
    let mark =
      switch finding.severity {
      case .blocking: glyphs == .unicode ? "✗ will fail" : "x will fail"
      case .warning: "! warning"
      case .unknown: "? not known"
      case .fine: glyphs == .unicode ? "✓ fine" : "ok"
      }
    let place = finding.environment.map { " in \($0)" } ?? ""
    return "\(mark)\(place): \(finding.says)" + (finding.remedy.map { " \($0)" } ?? "")
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > 2, let last = names.last else { return names.joined(separator: " and ") }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func title(of preview: BatchPreview) -> String {
    let names = Self.list(preview.environments)
    if preview.onlyInstalls { return "Install \(names)?" }
    return preview.environments.count > 1
      ? "Run \(preview.exercise) side by side in \(names)?"
      : "Run \(preview.exercise) in \(names)?"
  }

  private func words(for commands: PlannedCommands, _ preview: BatchPreview) -> String {
    func list(_ commands: [String]) -> String {
      commands.map { "$ \(shortened($0))" }.joined(separator: "\n")
    }
    var parts = [([providerWords] + (provider?.notes ?? [])).joined(separator: "\n")]
    parts.append(
      commands.installs.isEmpty
        ? "Nothing has to be installed."
        : "To install, one after another:\n" + list(commands.installs))
    if !commands.runs.isEmpty {
      let how = commands.runs.count > 1 ? "Then, at the same time:" : "Then:"
      parts.append("\(how)\n" + list(commands.runs))
    }
    let findings = findingWords(preview)
    // What stands against it comes first: commands are long.
    if preview.blockingCount > 0 {
      parts.insert(findings.joined(separator: "\n"), at: 0)
    } else if !findings.isEmpty {
      parts.append(findings.joined(separator: "\n"))
    }
    var asked = RunWords.options(preview.options)
    if preview.repeats > 1 {
      asked.insert("\(preview.repeats) times in each environment, taking turns", at: 0)
    }
    if !asked.isEmpty { parts.append(asked.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }
}
