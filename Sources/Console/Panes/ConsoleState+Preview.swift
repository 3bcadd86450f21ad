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
      Dialog(
        title: title(of: preview), text: words(for: commands),
        choices: [
          KeyHint("Enter", preview.onlyInstalls ? "install" : "start"), KeyHint("Esc", "not now"),
        ], offset: preview.scroll)
    }
  }

  private func title(of preview: BatchPreview) -> String {
    let names = preview.environments.joined(separator: " and ")
    if preview.onlyInstalls { return "Install \(names)?" }
    return preview.environments.count > 1
      ? "Run \(preview.exercise) side by side in \(names)?"
      : "Run \(preview.exercise) in \(names)?"
  }

  private func words(for commands: PlannedCommands) -> String {
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
    return parts.joined(separator: "\n\n")
  }
}
