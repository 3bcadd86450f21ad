import TerminalCore

/// Every key of the console but the editor's own.
public enum KeyMap {
  public static let bindings: [KeyBinding] =
    everywhere + runs + outline + page + editor + gpu + gpuScreen + run + runControl + runOutput
    + runList
    + comparison + contents + program + exercises + difference + picture

  /// The one key that leaves a program which gets all others.
  public static let leaveProgram = KeyPress.control("q")

  private static let everywhere: [KeyBinding] = [
    KeyBinding(
      .everywhere, [.character("d")], "d", "side by side",
      "Run the exercise in its two environments side by side; what is missing is installed first.",
      .runSideBySide, footer: 20),
    KeyBinding(
      .everywhere, [.character("r")], "r", "run",
      "Run the exercise in the chosen environment.", .runCurrent, footer: 22),
    KeyBinding(
      .everywhere, [.character("e")], "e", "environment",
      "Switch to the exercise's next environment: the next run and shell use it.",
      .nextEnvironment, footer: 24),
    KeyBinding(
      .everywhere, [.character("E")], "E", "environments",
      "List the exercise's environments: choose, install, or open a shell.", .showEnvironments),
    KeyBinding(
      .everywhere, [.character("s")], "s", "shell",
      "Open a shell in the chosen environment, or in none where that is not installed.",
      .openShell, footer: 30),
    KeyBinding(
      .everywhere, [.character("S")], "S", "plain shell",
      "Open a shell without an environment, in the exercise's folder.", .openPlainShell),
    KeyBinding(
      .everywhere, [KeyPress(.tab)], "Tab", "next pane", "Move to the next pane.", .focusNext,
      footer: 28),
    KeyBinding(
      .everywhere, [KeyPress(.tab, .shift)], "Shift-Tab", "previous pane",
      "Move to the pane before.", .focusPrevious),
    KeyBinding(
      .everywhere, [.character("1"), .alt("1")], "1", "outline", "Move to the outline.",
      .focus(.outline)),
    KeyBinding(
      .everywhere, [.character("2"), .alt("2")], "2", "workbench",
      "Move to the page, files and shells.", .focus(.workbench)),
    KeyBinding(
      .everywhere, [.character("3"), .alt("3")], "3", "GPUs", "Move to the GPUs.",
      .focus(.gpu)),
    KeyBinding(
      .everywhere, [.character("4"), .alt("4")], "4", "first run", "Move to the first run.",
      .focus(.firstRun)),
    KeyBinding(
      .everywhere, [.character("5"), .alt("5")], "5", "second run", "Move to the second run.",
      .focus(.secondRun)),
    KeyBinding(
      .everywhere, [.character("z")], "z", "zoom",
      "Give the pane in front the whole screen, and take it back.", .toggleZoom, footer: 50),
    KeyBinding(
      .everywhere, [.character("f")], "f", "files", "Choose one of the exercise's files.",
      .showFiles, footer: 35),
    KeyBinding(
      .everywhere, [.control("p"), .character(":")], "Ctrl-P", "commands",
      "Search every command by name.", .showPalette, footer: 60),
    KeyBinding(
      .everywhere, [.character("?"), KeyPress(.function(1))], "?", "help",
      "Explain the keys of the pane in front.", .showHelp, footer: 1),
    KeyBinding(
      .everywhere, [.character("T")], "T", "theme", "Change the theme.", .nextTheme),
    KeyBinding(
      .everywhere, [KeyPress(.escape)], "Esc", "dismiss", "Dismiss the message above the footer.",
      .dismissNotice, footer: 3),
    KeyBinding(
      .everywhere, [.character("q"), .control("q")], "q", "quit",
      "Quit; asks when a run is alive or a file is not saved.", .quit, footer: 2),
  ]

  private static let outline: [KeyBinding] = [
    KeyBinding(
      .outline, [KeyPress(.up), .character("k")], "↑", "up", "Select the row above.",
      .selectPrevious),
    KeyBinding(
      .outline, [KeyPress(.down), .character("j")], "↓", "choose", "Select the row below.",
      .selectNext, footer: 8, as: "↑↓"),
    KeyBinding(
      .outline, [KeyPress(.home), .character("g")], "Home", "first", "Select the first row.",
      .selectFirst),
    KeyBinding(
      .outline, [KeyPress(.end), .character("G")], "End", "last", "Select the last row.",
      .selectLast),
    KeyBinding(
      .outline, [KeyPress(.enter), KeyPress(.right), .character("l")], "Enter", "open exercise",
      "Open the selected exercise: its page, files and environments.", .openSelected, footer: 10),
  ]

  private static let page: [KeyBinding] =
    scrolling(.page) + [
      KeyBinding(
        .page, [KeyPress(.right), .character("l"), .control("n")], "→", "next tab",
        "Go to the next tab: page, files, shells.", .nextTab, footer: 9),
      KeyBinding(
        .page, [KeyPress(.left), .character("h")], "←", "previous tab", "Go to the tab before.",
        .previousTab),
    ]

  private static let editor: [KeyBinding] = [
    // The editor itself takes these two; they stand here for the footer.
    KeyBinding(
      .editor, [], "Ctrl-S", "save", "Save the file.", .saveFile, footer: 5),
    KeyBinding(
      .editor, [], "Esc", "leave",
      "Leave the editor: keys are the console's again.", .leaveEditor, footer: 6),
    KeyBinding(
      .editor, [.control("n")], "Ctrl-N", "next tab", "Go to the next tab.", .nextTab, footer: 9),
    KeyBinding(
      .editor, [.control("p")], "Ctrl-P", "commands", "Search every command by name.",
      .showPalette, footer: 60),
    KeyBinding(
      .editor, [KeyPress(.function(1))], "F1", "help", "Explain the editor's keys.", .showHelp,
      footer: 1),
    KeyBinding(
      .editor, [.control("q")], "Ctrl-Q", "quit",
      "Quit; asks when a run is alive or a file is not saved.", .quit, footer: 70),
    KeyBinding(.editor, [.alt("1")], "Alt-1…5", "go to pane", "Move to a pane.", .focus(.outline)),
    KeyBinding(.editor, [.alt("3")], "Alt-3", "GPUs", "Move to the GPUs.", .focus(.gpu)),
    KeyBinding(.editor, [.alt("4")], "Alt-4", "first run", "Move to a run.", .focus(.firstRun)),
    KeyBinding(.editor, [.alt("5")], "Alt-5", "second run", "Move to a run.", .focus(.secondRun)),
  ]

  private static let program: [KeyBinding] = [
    KeyBinding(
      .program, [leaveProgram], "Ctrl-Q", "leave: every other key goes to the program",
      "Take the keyboard back from the program; every other key goes to it.", .leaveEditor,
      footer: 1)
  ]

  static func scrolling(_ scope: KeyScope) -> [KeyBinding] {
    [
      KeyBinding(
        scope, [KeyPress(.up), .character("k")], "↑", "up", "Scroll up a line.", .scrollUp),
      KeyBinding(
        scope, [KeyPress(.down), .character("j")], "↓", "scroll", "Scroll down a line.",
        .scrollDown, footer: 8, as: "↑↓"),
      KeyBinding(
        scope, [KeyPress(.pageUp), .control("b")], "PgUp", "page up", "Scroll up a page.",
        .scrollPageUp),
      KeyBinding(
        scope, [KeyPress(.pageDown), .control("f"), .character(" ")], "PgDn", "page down",
        "Scroll down a page.", .scrollPageDown),
      KeyBinding(
        scope, [KeyPress(.home), .character("g")], "Home", "start", "Scroll to the start.",
        .scrollToStart),
      KeyBinding(
        scope, [KeyPress(.end), .character("G")], "End", "end",
        "Scroll to the end, and follow.", .scrollToEnd),
    ]
  }
}
