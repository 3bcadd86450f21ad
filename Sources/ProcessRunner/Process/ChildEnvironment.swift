/// Makes the environment of a program that runs in an emulated terminal.
public enum ChildEnvironment {
  /// Names that speak of the outer terminal or multiplexer, which the program is not in.
  private static let outerNames: Set<String> = [
    "TMUX", "TMUX_PANE", "STY", "WINDOW", "ZELLIJ", "ZELLIJ_PANE_ID", "ZELLIJ_SESSION_NAME",
    "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TERM_SESSION_ID", "TERMCAP", "TERMINFO",
    "COLORTERM", "COLORFGBG", "LINES", "COLUMNS", "WINDOWID", "VTE_VERSION", "KONSOLE_VERSION",
    "KITTY_WINDOW_ID", "KITTY_PID", "KITTY_LISTEN_ON", "KITTY_PUBLIC_KEY", "WEZTERM_PANE",
    "WEZTERM_UNIX_SOCKET", "WT_SESSION", "ITERM_SESSION_ID", "LC_TERMINAL", "LC_TERMINAL_VERSION",
    "GNOME_TERMINAL_SCREEN", "GNOME_TERMINAL_SERVICE", "ALACRITTY_WINDOW_ID", "ALACRITTY_SOCKET",
    "XTERM_VERSION", "XTERM_LOCALE", "XTERM_SHELL", "TERMINAL_EMULATOR", "GHOSTTY_RESOURCES_DIR",
  ]

  /// The base without what speaks of the outer terminal, with `TERM` set to the emulated one and
  /// the given variables over it.
  public static func make(
    from base: [String: String], adding extra: [String: String] = [:]
  ) -> [String: String] {
    var environment = base.filter { !outerNames.contains($0.key) }
    environment["TERM"] = "xterm-256color"
    environment.merge(extra) { _, new in new }
    return environment
  }
}
