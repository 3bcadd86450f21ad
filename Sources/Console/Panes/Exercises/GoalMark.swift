import SessionEngine

/// How far a goal is, as a shape, a word and a role.
struct GoalMark {
  let shape: String
  let word: String
  let role: ThemeRole

  /// - Parameter status: Nil before the goal was judged.
  init(_ status: GoalStatus?, glyphs: GlyphSet) {
    let unicode = glyphs == .unicode
    switch status {
    case .met: (shape, word, role) = (unicode ? "✔" : "+", "met", .good)
    case .open: (shape, word, role) = (unicode ? "○" : "o", "open", .textMuted)
    case .wrong: (shape, word, role) = (unicode ? "✘" : "x", "wrong", .bad)
    case .unknown: (shape, word, role) = ("?", "unknown", .warning)
    case nil: (shape, word, role) = (unicode ? "·" : ".", "not checked yet", .textMuted)
    }
  }

  /// The goal's sentence in its own style: what is done steps back.
  var textRole: ThemeRole { role == .good ? .textMuted : .text }
}
