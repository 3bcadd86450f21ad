import TerminalCore

/// The style of every role on the screen.
public struct Theme: Sendable, Equatable {
  public let name: String
  public let isDark: Bool
  private let styles: [ThemeRole: Style]

  /// Roles that are not given take the style of `.text`.
  public init(name: String, isDark: Bool, styles: [ThemeRole: Style]) {
    self.name = name
    self.isDark = isDark
    self.styles = styles
  }

  public subscript(role: ThemeRole) -> Style {
    styles[role] ?? styles[.text] ?? .plain
  }

  /// No colour at all: what `NO_COLOR` asks for. Attributes alone carry the difference.
  public static let monochrome = Theme(
    name: "monochrome", isDark: true,
    styles: [
      .textMuted: Style(attributes: .faint),
      .textStrong: Style(attributes: .bold),
      .textAccent: Style(attributes: .bold),
      .textLink: Style(attributes: .underline),
      .paneBorder: Style(attributes: .faint),
      .paneBorderFocused: Style(attributes: .bold),
      .paneTitleFocused: Style(attributes: [.bold, .reverse]),
      .headerBar: Style(attributes: .reverse),
      .footerKey: Style(attributes: .bold),
      .selection: Style(attributes: .reverse),
      .selectionText: Style(attributes: .reverse),
      .searchMatch: Style(attributes: [.underline, .bold]),
      .dialogBorder: Style(attributes: .bold),
      .warning: Style(attributes: .bold),
      .bad: Style(attributes: [.bold, .underline]),
      .running: Style(attributes: .bold),
      .disabled: Style(attributes: .faint),
      .segmentOver: Style(attributes: .faint),
      .segmentNow: Style(attributes: .bold),
      .graphEmpty: Style(attributes: .faint),
      .lineNumber: Style(attributes: .faint),
      .syntaxComment: Style(attributes: .faint),
      .syntaxKeyword: Style(attributes: .bold),
      .syntaxHeading: Style(attributes: .bold),
    ])
}
