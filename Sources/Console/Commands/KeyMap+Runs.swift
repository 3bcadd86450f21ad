import TerminalCore

/// The keys of run panes.
extension KeyMap {
  static let run: [KeyBinding] =
    [
      KeyBinding(
        .run, [.character("x")], "x", "stop",
        "Stop the run: interrupt, then terminate, then kill, with everything it started.", .stop,
        footer: 7),
      KeyBinding(
        .run, [KeyPress(.enter), .character("i")], "Enter", "type into it",
        "Give every key to the program; Ctrl-Q comes back.", .typeIntoProgram, footer: 12),
      KeyBinding(
        .run, [.character("]")], "]", "next run",
        "Show the next of several runs in this pane.", .nextRun, footer: 14, as: "[ ]"),
      KeyBinding(
        .run, [.character("[")], "[", "previous run",
        "Show the run before in this pane.", .previousRun),
    ] + scrolling(.run)

  static let runControl: [KeyBinding] = [
    KeyBinding(
      .run, [.character("a")], "a", "run again",
      "Run the same once more; stops it first when it is alive.", .restartRun, footer: 15),
    KeyBinding(
      .run, [.character("p")], "p", "pause or go on",
      "Let every process of the run stand still, or go on.", .pauseRun),
    KeyBinding(
      .run, [.character("m"), KeyPress(.function(2))], "m", "name",
      "Give the run a name.", .renameRun),
    KeyBinding(
      .run, [.character("P")], "P", "pin",
      "Keep the run in sight, and when old runs are put away; once more lets it go.", .pinRun),
    KeyBinding(
      .run, [.character("u")], "u", "time-out",
      "Stop the run after a time, or lift that.", .setTimeout),
    KeyBinding(
      .run, [.character("w")], "w", "save text",
      "Save everything the pane holds to a file.", .saveRunText),
    KeyBinding(
      .run, [.character("X")], "X", "stop all of it",
      "Stop every side of the comparison this run belongs to.", .stopBatch),
  ].map { $0.under("Runs: control") }

  static let runOutput: [KeyBinding] = [
    KeyBinding(
      .run, [.character("/")], "/", "find",
      "Search the run's output while you type; Enter keeps it, Esc leaves it.", .find, footer: 16),
    KeyBinding(
      .run, [.character("n")], "n", "next match", "Go to the next match, round the end.",
      .findNext),
    KeyBinding(
      .run, [.character("N")], "N", "previous match", "Go to the match before.", .findPrevious),
    KeyBinding(
      .run, [.character("!")], "!", "first error",
      "Go to the first line that looks like an error.", .findFirstError),
    KeyBinding(
      .run, [.character("v")], "v", "select lines",
      "Select lines with the arrows, copy them with y; the mouse selects by dragging.",
      .selectLines),
  ].map { $0.under("Runs: output") }
}
