import TerminalCore

/// What is known of the terminal the console would open in.
public struct TerminalFacts: Sendable, Hashable {
  /// Whether standard input and output are a terminal.
  public let isTerminal: Bool
  /// `TERM`; nil when unset.
  public let type: String?
  /// Nil when there is no terminal to ask.
  public let size: Size?
  /// How many colours it shows, such as 256; nil when not known.
  public let colors: Int?
  /// The locale that decides on characters: `LC_ALL`, else `LC_CTYPE`, else `LANG`.
  public let locale: String?

  public init(isTerminal: Bool, type: String?, size: Size?, colors: Int?, locale: String?) {
    self.isTerminal = isTerminal
    self.type = type
    self.size = size
    self.colors = colors
    self.locale = locale
  }

  /// Whether the locale says UTF-8.
  public var isUTF8: Bool {
    let name = locale?.lowercased() ?? ""
    return name.contains("utf-8") || name.contains("utf8")
  }
}
