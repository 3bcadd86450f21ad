import Testing

@testable import TextEditing

@Suite struct UndoTests {
  private func type(_ text: String, into editor: inout Editor) {
    for character in text { editor.apply(.insert(String(character)), ruler: .test) }
  }

  @Test func typingIsUndoneWordByWord() {
    var editor = Editor(text: "")
    type("one two", into: &editor)
    #expect(editor.after([.undo]) == "one #[|]")
    #expect(editor.after([.undo]) == "#[|]")
    #expect(editor.after([.redo, .redo]) == "one two#[|]")
  }

  @Test func movingBeginsANewStep() {
    var editor = Editor(text: "")
    type("ab", into: &editor)
    editor.apply(.move(.left, selecting: false), ruler: .test)
    type("x", into: &editor)
    #expect(editor.after([.undo]) == "a#[|]b")
  }

  @Test func erasingIsOneStepAndGivesTheSelectionBack() {
    var editor = Editor(marked: "abc#[|]")
    #expect(editor.after([.backspace, .backspace, .undo]) == "abc#[|]")
    var selected = Editor(marked: "a#[bc|]d")
    #expect(selected.after([.backspace, .undo]) == "a#[bc|]d")
  }

  @Test func aCombiningMarkIsUndone() {
    var editor = Editor(marked: "e#[|]")
    #expect(editor.after([.paste("\u{301}"), .undo]) == "e#[|]")
  }

  @Test func anEditDropsWhatCouldBeRedone() {
    var editor = Editor(text: "")
    type("a", into: &editor)
    editor.apply(.undo, ruler: .test)
    type("b", into: &editor)
    #expect(editor.apply(.redo, ruler: .test) == .nothing)
    #expect(editor.document.text == "b")
  }

  @Test func undoingBackToTheSavedTextMakesItUnmodified() {
    var editor = Editor(text: "a")
    #expect(!editor.isModified)
    type("b", into: &editor)
    #expect(editor.isModified)
    editor.markSaved()
    #expect(!editor.isModified)
    type("c", into: &editor)
    #expect(editor.isModified)
    editor.apply(.undo, ruler: .test)
    #expect(!editor.isModified)
    #expect(editor.document.text == "ba")
    editor.apply(.undo, ruler: .test)
    #expect(editor.isModified)
    editor.apply(.redo, ruler: .test)
    #expect(!editor.isModified)
    editor.apply(.undo, ruler: .test)
    type("x", into: &editor)
    #expect(editor.isModified)
  }

  @Test func theHistoryForgetsItsOldestStepsBeyondTheLimit() {
    var editor = Editor(text: "", undoLimit: 2_000)
    for _ in 0..<100 { editor.apply(.paste("0123456789\n"), ruler: .test) }
    var steps = 0
    while editor.apply(.undo, ruler: .test) == .changed { steps += 1 }
    #expect(steps > 2 && steps < 40)
    while editor.apply(.redo, ruler: .test) == .changed {}
    #expect(editor.document.lineCount == 101)
  }
}
