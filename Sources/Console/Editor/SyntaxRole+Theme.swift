import TextEditing

extension SyntaxRole {
  /// The theme's role for it; nil for text that has no colour of its own.
  var themeRole: ThemeRole? {
    switch self {
    case .plain: nil
    case .keyword: .syntaxKeyword
    case .string: .syntaxString
    case .number: .syntaxNumber
    case .comment: .syntaxComment
    case .function: .syntaxFunction
    case .type: .syntaxType
    case .key: .syntaxKey
    case .heading: .syntaxHeading
    }
  }
}
