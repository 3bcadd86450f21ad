import TerminalCore

/// The keys of the GPUs' pane and of the full screen of one.
extension KeyMap {
  static let gpu: [KeyBinding] =
    [
      // Where it is not the pane's own key it is still in the palette.
      KeyBinding(
        .everywhere, [], "3 Enter", "one GPU",
        "Show one GPU on the whole screen: its history, processes and every figure.", .showGPU),
      KeyBinding(
        .gpu, [KeyPress(.up), .character("k"), .character("[")], "↑", "GPU before",
        "Put the GPU before in front.", .selectPrevious),
      KeyBinding(
        .gpu, [KeyPress(.down), .character("j"), .character("]")], "↓", "choose",
        "Put the next GPU in front.", .selectNext, footer: 8, as: "↑↓"),
      KeyBinding(
        .gpu, [KeyPress(.home), .character("g")], "Home", "first GPU", "Go to the first GPU.",
        .selectFirst),
      KeyBinding(
        .gpu, [KeyPress(.end), .character("G")], "End", "last GPU", "Go to the last GPU.",
        .selectLast),
      KeyBinding(
        .gpu, [KeyPress(.pageUp), .control("b")], "PgUp", "page up",
        "Go back by as many GPUs as are shown.", .scrollPageUp),
      KeyBinding(
        .gpu, [KeyPress(.pageDown), .control("f")], "PgDn", "page down",
        "Go on by as many GPUs as are shown.", .scrollPageDown),
      KeyBinding(
        .gpu, [KeyPress(.enter)], "Enter", "look closer",
        "Show the GPU in front on the whole screen: history, processes and every figure.",
        .showGPU, footer: 9),
    ] + graphs(.gpu)

  static let gpuScreen: [KeyBinding] =
    [
      KeyBinding(
        .gpuScreen, [KeyPress(.escape), .character("q"), .control("q")], "Esc", "back",
        "Go back to the panes.", .closeScreen, footer: 7),
      KeyBinding(
        .gpuScreen, [KeyPress(.up), .character("k")], "↑", "up",
        "Go to the row above; of the figures, draw it.", .selectPrevious),
      KeyBinding(
        .gpuScreen, [KeyPress(.down), .character("j")], "↓", "row",
        "Go to the row below; of the figures, draw it.", .selectNext, footer: 8, as: "↑↓"),
      KeyBinding(
        .gpuScreen, [KeyPress(.home), .character("g")], "Home", "first", "Go to the first row.",
        .selectFirst),
      KeyBinding(
        .gpuScreen, [KeyPress(.end), .character("G")], "End", "last", "Go to the last row.",
        .selectLast),
      KeyBinding(
        .gpuScreen, [KeyPress(.pageUp), .control("b")], "PgUp", "page up", "Go up a page.",
        .scrollPageUp),
      KeyBinding(
        .gpuScreen, [KeyPress(.pageDown), .control("f")], "PgDn", "page down", "Go down a page.",
        .scrollPageDown),
      KeyBinding(
        .gpuScreen, [KeyPress(.tab), KeyPress(.tab, .shift)], "Tab", "list",
        "Go to the figures, or to the processes.", .nextGPUList, footer: 9),
      KeyBinding(
        .gpuScreen, [.character("?")], "?", "explain",
        "Explain the figure in front: its state, unit, range, what it does and does not mean.",
        .explainFigure, footer: 10),
      KeyBinding(
        .gpuScreen, [.character("[")], "[", "GPU before", "Show the GPU before.", .previousGPU),
      KeyBinding(
        .gpuScreen, [.character("]")], "]", "next GPU", "Show the next GPU.", .nextGPU,
        footer: 15),
      KeyBinding(
        .gpuScreen, [KeyPress(.enter)], "Enter", "go to run",
        "Go to the run that has the process in front; of the figures, explain it.",
        .openGPURow, footer: 18),
      KeyBinding(
        .gpuScreen, [.character("s")], "s", "sort",
        "Sort the processes by memory, SM time or number.", .sortProcesses, footer: 16),
      KeyBinding(
        .gpuScreen, [.character("S")], "S", "turn around", "Turn the order around.",
        .reverseSort),
      KeyBinding(
        .gpuScreen, [.character("t")], "t", "by owner",
        "Put the processes below the runs that have them, or each by itself.", .toggleTree,
        footer: 17),
      KeyBinding(
        .gpuScreen, [.character("z")], "z", "graph only",
        "Give the graph the whole screen, and take it back.", .toggleZoom, footer: 19),
      KeyBinding(
        .gpuScreen, [KeyPress(.function(1))], "F1", "keys", "Explain the keys.", .showHelp,
        footer: 1),
    ] + graphs(.gpuScreen)

  /// What goes for graphs wherever they are.
  private static func graphs(_ scope: KeyScope) -> [KeyBinding] {
    [
      KeyBinding(
        scope, [KeyPress(.left), .character("h")], "←", "time",
        "Go back in the session's history.", .earlier, footer: 11, as: "←→"),
      KeyBinding(
        scope, [KeyPress(.right), .character("l")], "→", "later",
        "Go on in the session's history, up to now.", .later),
      KeyBinding(
        scope, [.character("n")], "n", "now",
        "Go to now: the picture is live, also when it was frozen.", .goToNow, footer: 10),
      KeyBinding(
        scope, [.character("+"), .character("=")], "+", "shorter span",
        "Show less time, in finer steps.", .zoomTimeIn),
      KeyBinding(
        scope, [.character("-"), .character("_")], "-", "span",
        "Show more time: up to ten minutes in a column.", .zoomTimeOut, footer: 12, as: "+-"),
      KeyBinding(
        scope, [.character("m")], "m", "figure",
        "Draw the next figure: memory, power, temperature, clocks, PCIe and others.",
        .nextGPUFigure, footer: 14),
      KeyBinding(
        scope, [.character("M")], "M", "figure before", "Draw the figure before.",
        .previousGPUFigure),
      KeyBinding(
        scope, [.character(" "), .character("p")], "Space", "freeze",
        "Let the picture stand still while figures go on being collected, and go on.", .freeze,
        footer: 13),
    ]
  }
}
