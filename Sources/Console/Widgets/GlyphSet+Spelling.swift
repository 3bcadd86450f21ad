extension GlyphSet {
  /// What stands for a typographic character where only ASCII can be shown; nil where it stays.
  func spelling(of character: Character) -> Character? {
    self == .ascii ? Self.spellings[character] : nil
  }

  private static let spellings: [Character: Character] = [
    "…": ".", "·": "-", "–": "-", "×": "x", "°": " ", "●": "*", "›": ">", "‹": "<",
    "↑": "^", "↓": "v", "→": ">", "←": "<", "▶": ">", "─": "-", "│": "|", "├": "|", "╰": "`",
    "└": "`", "•": "*", "★": "*", "✓": "+", "✔": "+", "✗": "x", "“": "\"", "”": "\"", "’": "'",
  ]

  /// A key's name with its arrows in words where they cannot be drawn.
  func keyName(_ name: String) -> String {
    guard self == .ascii else { return name }
    let words = [
      ("↑↓", "Up/Down"), ("←→", "Left/Right"), ("↑", "Up"), ("↓", "Down"), ("→", "Right"),
      ("←", "Left"), ("…", ".."),
    ]
    return words.reduce(name) { $0.replacing($1.0, with: $1.1) }
  }
}
