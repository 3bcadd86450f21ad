import Testing
import TextEditing

extension ColumnRuler {
  /// East Asian characters and emoji take two columns here, everything else one.
  static let test = ColumnRuler(tabWidth: 4) { character in
    character.unicodeScalars.contains { $0.value >= 0x2E80 } ? 2 : 1
  }
}

extension Editor {
  /// An editor in the state a marked text shows.
  init(marked: String, language: Language = .plain) {
    let start = MarkedText(marked)
    self.init(text: start.text, language: language)
    apply(.move(.to(start.selection.anchor), selecting: false), ruler: .test)
    apply(.move(.to(start.selection.head), selecting: true), ruler: .test)
  }

  /// Does the commands one after another and shows what has become of the text.
  mutating func after(_ commands: [EditCommand]) -> String {
    for command in commands { apply(command, ruler: .test) }
    return MarkedText.of(self)
  }
}

/// One row of a table: a text, what is done to it, and what becomes of it.
struct EditCase: Sendable, CustomTestStringConvertible {
  let before: String
  let commands: [EditCommand]
  let expected: String
  let language: Language

  init(
    _ before: String, _ commands: [EditCommand], _ expected: String, language: Language = .plain
  ) {
    self.before = before
    self.commands = commands
    self.expected = expected
    self.language = language
  }

  var testDescription: String { "\(before.debugDescription) \(commands)" }

  var result: String {
    var editor = Editor(marked: before, language: language)
    return editor.after(commands)
  }
}
