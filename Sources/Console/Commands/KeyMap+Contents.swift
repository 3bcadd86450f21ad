import TerminalCore

/// The key that shows what is in an environment, and those of that screen.
extension KeyMap {
  static let contents: [KeyBinding] =
    [
      KeyBinding(
        .everywhere, [.character("I")], "I", "inside",
        "Show what is in the chosen environment, before it is installed, and what two differ in.",
        .showContents, footer: 36),
      KeyBinding(
        .contents, [KeyPress(.escape), .character("q"), .control("q")], "Esc", "back",
        "Go back: from two environments to one, and to the panes.", .closeScreen, footer: 7),
      KeyBinding(
        .contents, [.character("d"), KeyPress(.right)], "d", "against another",
        "Hold it against another environment of the exercise; once more, against the next.",
        .compareContents, footer: 9),
      KeyBinding(
        .contents, [.character("e")], "e", "environment",
        "Show the exercise's next environment.", .nextContents, footer: 10),
      KeyBinding(
        .contents, [.character("/")], "/", "filter",
        "Show only the packages whose line holds what you type.", .filterContents, footer: 11),
      KeyBinding(
        .contents, [.character("s")], "s", "by size",
        "Put the heaviest packages first, or sort them by name again.", .sortContents,
        footer: 12),
      KeyBinding(
        .contents, [.character("p")], "p", "platform",
        "Show the next platform the environment is solved for.", .nextPlatform, footer: 13),
    ] + scrolling(.contents)
}
