import TerminalCore

/// The keys that open lists of runs, tasks and installs, and those of the full screens.
extension KeyMap {
  static let runs: [KeyBinding] = [
    KeyBinding(
      .everywhere, [.character("c")], "c", "compare",
      "Compare the runs of the two panes, or of their repeats, on the whole screen.",
      .showComparison, footer: 26),
    KeyBinding(
      .everywhere, [.character("R")], "R", "all runs",
      "List the runs of this session and earlier ones.", .showRunList, footer: 45),
    KeyBinding(
      .everywhere, [.character("o")], "o", "run with options",
      "Run with arguments, variables, a folder, a time-out, repeats or a CUDA override.",
      .runWithOptions),
    KeyBinding(
      .everywhere, [.character("t")], "t", "tasks",
      "List the exercise's tasks and run one.", .showTasks),
    KeyBinding(
      .everywhere, [.character("F")], "F", "prefetch",
      "Prefetch environments of coming parts of the day: the queue, its size, pause.",
      .showPrefetch),
  ].map { $0.under("Runs, tasks and installs") }

  /// What also holds where a list or comparison has the whole screen.
  static let onFullScreens: Set<Command> = [.showHelp, .showPalette, .nextTheme]

  static let runList: [KeyBinding] = [
    KeyBinding(
      .runList, [KeyPress(.up), .character("k")], "↑", "up", "Go to the run above.",
      .selectPrevious),
    KeyBinding(
      .runList, [KeyPress(.down), .character("j")], "↓", "choose", "Go to the run below.",
      .selectNext, footer: 8, as: "↑↓"),
    KeyBinding(
      .runList, [KeyPress(.home), .character("g")], "Home", "first", "Go to the first run.",
      .selectFirst),
    KeyBinding(
      .runList, [KeyPress(.end), .character("G")], "End", "last", "Go to the last run.",
      .selectLast),
    KeyBinding(
      .runList, [KeyPress(.enter)], "Enter", "show",
      "Show a run of this session in its pane, and what is kept of an earlier one.",
      .openListedRun, footer: 9),
    KeyBinding(
      .runList, [.character("/")], "/", "filter",
      "Show only the runs whose line holds what you type.", .filterRuns, footer: 10),
    KeyBinding(
      .runList, [.character(" ")], "Space", "mark", "Mark a run for a comparison, or unmark it.",
      .markRun, footer: 11),
    KeyBinding(
      .runList, [.character("c")], "c", "compare marked", "Compare the two to four marked runs.",
      .compareMarked, footer: 12),
    KeyBinding(
      .runList, [.character("p"), .character("P")], "p", "pin",
      "Keep the run in sight, or let it go.", .pinRun, footer: 13),
    KeyBinding(
      .runList, [.character("n"), .character("m"), KeyPress(.function(2))], "n", "name",
      "Give the run a name.", .renameRun, footer: 14),
    KeyBinding(
      .runList, [.character("x")], "x", "stop", "Stop the run, with everything it started.",
      .stop, footer: 15),
    KeyBinding(
      .runList, [KeyPress(.escape), .character("q"), .control("q")], "Esc", "back",
      "Go back to the panes.", .closeScreen, footer: 7),
  ]

  static let comparison: [KeyBinding] =
    [
      KeyBinding(
        .comparison, [KeyPress(.escape), .character("q"), .control("q")], "Esc", "back",
        "Go back to where the comparison was opened.", .closeScreen, footer: 7),
      KeyBinding(
        .comparison, [.character("s"), KeyPress(.right), .character("l")], "s", "series",
        "Draw the next series: loss, accuracy and what else the runs gave.", .nextSeries,
        footer: 9),
      KeyBinding(
        .comparison, [.character("S"), KeyPress(.left), .character("h")], "S", "series before",
        "Draw the series before.", .previousSeries),
      KeyBinding(
        .comparison, [.character("a")], "a", "axis",
        "Draw the curves over epochs, time or steps.", .nextAxis, footer: 10),
      KeyBinding(
        .comparison, [.character("z")], "z", "curves only",
        "Give the curves the whole screen, and take it back.", .toggleZoom, footer: 11),
    ] + scrolling(.comparison)
}
