import TerminalCore

/// The keys of an exercise's goals, help and pictures.
extension KeyMap {
  static let exercises: [KeyBinding] =
    [
      KeyBinding(
        .everywhere, [.character("C"), .alt("c")], "C", "goals",
        "Check the exercise: its goals, what is wrong and where; from there hints and all else.",
        .showGoals, footer: 21),
      KeyBinding(
        .everywhere, [.character("H"), .alt("h")], "H", "hint",
        "Show the exercise's hints: one more each time you ask, earlier ones to page back to.",
        .showHint, footer: 47),
      KeyBinding(
        .everywhere, [.character("V")], "V", "picture",
        "Show the newest picture a run has made, in colour cells.", .showPicture, footer: 28),
      KeyBinding(
        .everywhere, [], "C p", "pitfalls",
        "List the exercise's usual mistakes: what one sees, and how to recover.", .showPitfalls),
      KeyBinding(
        .everywhere, [], "C d", "difference",
        "Hold your files against the solution's, line by line.", .showDifference),
      KeyBinding(
        .everywhere, [], "C s", "solution",
        "Take the solution's files; your own are kept aside. Asks twice.", .showSolution),
      KeyBinding(
        .everywhere, [], "C r", "start again",
        "Go back to the starter's files; your own are kept aside.", .resetExercise),
      KeyBinding(
        .everywhere, [], "C u", "catch up",
        "Bring the workspace to where the room is; your own work is kept aside.", .catchUp),
    ].map { $0.under("Exercise") }
    + [
      KeyBinding(
        .editor, [.alt("c")], "Alt-C", "goals",
        "Check the exercise: its goals, what is wrong and where.", .showGoals, footer: 7),
      KeyBinding(
        .editor, [.alt("h")], "Alt-H", "hint", "Show the exercise's hints.", .showHint,
        footer: 12),
    ]

  static let difference: [KeyBinding] =
    [
      KeyBinding(
        .difference, [KeyPress(.escape), .character("q"), .control("q")], "Esc", "back",
        "Go back to the panes.", .closeScreen, footer: 7),
      KeyBinding(
        .difference, [.character("n"), KeyPress(.right)], "n", "next difference",
        "Go to the next lines that differ.", .nextDifference, footer: 9),
      KeyBinding(
        .difference, [.character("p"), .character("N"), KeyPress(.left)], "p",
        "difference before", "Go to the lines before that differ.", .previousDifference,
        footer: 10),
    ] + scrolling(.difference)

  static let picture: [KeyBinding] = [
    KeyBinding(
      .picture, [KeyPress(.enter), .character("o")], "Enter", "open as a file",
      "Open the picture with the desktop's program, or copy where it is.", .openPicture,
      footer: 8),
    KeyBinding(
      .picture, [KeyPress(.right), .character("l"), .control("n")], "→", "next tab",
      "Go to the next tab: page, files, shells.", .nextTab, footer: 9),
    KeyBinding(
      .picture, [KeyPress(.left), .character("h")], "←", "previous tab",
      "Go to the tab before.", .previousTab),
  ]
}
