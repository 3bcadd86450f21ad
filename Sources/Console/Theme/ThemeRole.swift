/// What a theme gives a style to; the raw value is the key in a theme's file.
public enum ThemeRole: String, Sendable, Hashable, CaseIterable {
  // Surfaces and text.
  case background
  case text
  case textMuted = "text.muted"
  case textStrong = "text.strong"
  case textAccent = "text.accent"
  case textLink = "text.link"

  // Panes.
  case paneBorder = "pane.border"
  case paneBorderFocused = "pane.border.focused"
  case paneTitle = "pane.title"
  case paneTitleFocused = "pane.title.focused"
  case headerBar = "header"
  case footerBar = "footer"
  case footerKey = "footer.key"
  case selection
  case selectionText = "selection.text"
  case searchMatch = "search.match"
  case dialog
  case dialogBorder = "dialog.border"

  // Meaning; never by colour alone, a word or a shape stands beside it.
  case good
  case warning
  case bad
  case running
  case disabled

  // Outline.
  case segmentOver = "outline.over"
  case segmentNow = "outline.now"
  case segmentNext = "outline.next"

  // Figures.
  case graphLow = "graph.low"
  case graphMiddle = "graph.middle"
  case graphHigh = "graph.high"
  case graphEmpty = "graph.empty"
  case seriesFirst = "series.1"
  case seriesSecond = "series.2"
  case seriesThird = "series.3"
  case seriesFourth = "series.4"

  // Editor.
  case lineNumber = "editor.line-number"
  case lineNumberCurrent = "editor.line-number.current"
  case currentLine = "editor.current-line"
  case syntaxKeyword = "syntax.keyword"
  case syntaxString = "syntax.string"
  case syntaxNumber = "syntax.number"
  case syntaxComment = "syntax.comment"
  case syntaxFunction = "syntax.function"
  case syntaxType = "syntax.type"
  case syntaxKey = "syntax.key"
  case syntaxHeading = "syntax.heading"
}
