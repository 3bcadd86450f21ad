import CNCurses

/// What terminfo says of a kind of terminal.
public enum TerminalDescription {
  /// How many colours a terminal of this name has; nil when terminfo does not know it.
  public static func colors(of type: String) -> Int? {
    var status: Int32 = 0
    guard setupterm(type, 1, &status) == OK else { return nil }
    let count = tigetnum("colors")
    return count >= 0 ? Int(count) : nil
  }
}
