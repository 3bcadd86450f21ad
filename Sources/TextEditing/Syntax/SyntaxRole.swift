/// What a stretch of text is, for its colour.
public enum SyntaxRole: Sendable, Hashable, CaseIterable {
  case plain
  case keyword
  case string
  case number
  case comment
  case function
  case type
  case key
  case heading
}
