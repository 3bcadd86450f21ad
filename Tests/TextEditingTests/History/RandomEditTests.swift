import TestSupport
import Testing
import TextEditing

@Suite struct RandomEditTests {
  private static let pieces = [
    "a", " ", "_", "x1", "é", "\u{301}", "👩", "\u{200D}", "💻", "中", "\t", "#", "\"", "\n", "\r\n",
    "🇫", "🇷", "def f():\n", "\r",
  ]

  private func randomCommand(_ generator: inout SeededGenerator, _ editor: Editor) -> EditCommand {
    let place = Position(
      line: Int.random(in: -1...editor.document.lineCount, using: &generator),
      column: Int.random(in: 0...6, using: &generator))
    let piece = Self.pieces.randomElement(using: &generator) ?? ""
    let commands: [EditCommand] = [
      .insert(piece), .insert(piece), .insert(piece), .paste(piece + piece), .newline, .tab,
      .indent, .outdent, .backspace, .backspace, .delete, .deleteWordBackward, .deleteWordForward,
      .cut, .duplicate, .moveLinesUp, .moveLinesDown, .toggleComment,
      .move(.to(place), selecting: Bool.random(using: &generator)),
      .move(.to(place), selecting: true), .move(.down, selecting: false),
    ]
    return commands.randomElement(using: &generator) ?? .newline
  }

  @Test(arguments: 0..<40)
  func undoingAllGivesTheOriginalAndRedoingAllTheFinalText(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let original = "import jax\r\n\r\ndef f(x):\n    return 'é👩‍💻'\n" + (seed % 2 == 0 ? "" : "end")
    var editor = Editor(text: original, language: .python)
    for _ in 0..<200 {
      editor.apply(randomCommand(&generator, editor), ruler: .test)
      #expect(editor.document.clamp(editor.selection.head) == editor.selection.head)
      #expect(editor.document.clamp(editor.selection.anchor) == editor.selection.anchor)
    }
    let final = editor.document
    while editor.apply(.undo, ruler: .test) == .changed {}
    #expect(Array(editor.document.text.utf8) == Array(original.utf8))
    #expect(!editor.isModified)
    while editor.apply(.redo, ruler: .test) == .changed {}
    #expect(editor.document == final)
  }

  @Test(arguments: 0..<20)
  func everyLineButTheLastHasAnEnding(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    var editor = Editor(text: "a\nb\r\nc", language: .python)
    for _ in 0..<150 {
      editor.apply(randomCommand(&generator, editor), ruler: .test)
      let endings = editor.document.lines.map(\.ending)
      #expect(endings.last == LineEnding.none)
      #expect(!endings.dropLast().contains(.none))
    }
  }

  @Test func twoMegabytesCanBeEdited() {
    let line = "    loss = criterion(model(images), labels)  # one step\n"
    let original = String(repeating: line, count: (2 << 20) / line.utf8.count)
    var editor = Editor(text: original, language: .python)
    editor.apply(.goToLine(20_000), ruler: .test)
    for _ in 0..<300 { editor.apply(.insert("x"), ruler: .test) }
    for _ in 0..<300 { editor.apply(.newline, ruler: .test) }
    editor.apply(.move(.documentEnd, selecting: false), ruler: .test)
    editor.prepareHighlighting(throughLine: editor.cursor.line)
    #expect(editor.apply(.find("xxxx", from: .zero), ruler: .test) == .found(wrapped: false))
    #expect(editor.cursor.line == 19_999)
    while editor.apply(.undo, ruler: .test) == .changed {}
    #expect(editor.document.text == original)
  }
}
