import TerminalCore
import Testing
import TextEditing

@testable import Console

@Suite struct EditorPaneKeysTests {
  private func pane(_ text: String, path: String = "/w/train.py") -> EditorPane {
    EditorPane(path: path, text: text)
  }

  @Test(arguments: [
    ("", "ab<Enter>c", "ab\nc"),
    ("abc", "<C-a>x", "x"),
    ("abc", "<End><Backspace>", "ab"),
    ("abc", "<Delete>", "bc"),
    ("one two", "<End><C-Backspace>", "one "),
    ("one two", "<End><A-Backspace>", "one "),
    ("one two", "<C-Delete>", " two"),
    ("abc", "x<C-z>", "abc"),
    ("abc", "x<C-z><C-y>", "xabc"),
    ("ab\ncd", "<C-x><C-v><C-v>", "ab\nab\ncd"),
    ("abc", "<S-Right><S-Right><C-c><End><C-v>", "abcab"),
    ("ab", "<C-d>", "ab\nab"),
    ("a\nb", "<A-Down>", "b\na"),
    ("a\nb", "<Down><A-Up>", "b\na"),
    ("a", "<C-/>", "# a"),
    ("a", "<C-_><A-/>", "a"),
    ("a", "<Tab>", "    a"),
    ("    a", "<S-Tab>", "a"),
    ("one two", "<C-Right>x", "onex two"),
    ("one two", "<End><C-Left>x", "one xtwo"),
    ("a\nb\nc", "<C-End>x", "a\nb\ncx"),
    ("a\nb\nc", "<C-g>2<Enter>x", "a\nxb\nc"),
    ("a b a", "<C-f>b<Esc>x", "a x a"),
    ("a b a", "<C-f>a<Enter><Esc>x", "a b x"),
    ("a b a", "<C-f>a<A-Enter><Esc>x", "a b x"),
    ("ab ab", "<C-f>ab<Right>x", "abx ab"),
  ])
  func keysEdit(_ text: String, _ keys: String, _ expected: String) {
    var pane = pane(text)
    pane.press(keys)
    #expect(pane.text == expected)
  }

  @Test func keysAskTheConsole() {
    var pane = pane("ab\ncd")
    #expect(pane.press("<C-s>") == [.save])
    #expect(pane.press("<C-w>") == [.close])
    #expect(pane.press("<S-Right><C-c>") == [.copyToClipboard("a")])
    #expect(pane.press("<Esc>") == [])
    #expect(pane.press("<Esc>") == [.leave])
    #expect(
      pane.press("<F1><C-q>") == [.unhandled(KeyPress(.function(1))), .unhandled(.control("q"))])
  }

  @Test func savingIsToldAndUndoingBackIsUnmodified() {
    var pane = pane("a")
    pane.press("x")
    #expect(pane.isModified)
    pane.markSaved(message: "saved")
    #expect(!pane.isModified)
    pane.press("y<C-z>")
    #expect(!pane.isModified)
  }

  @Test func aRecoveredTextIsUnsavedAndCanBeTakenBack() {
    var pane = pane("old")
    pane.replaceText(with: "new")
    #expect(pane.text == "new")
    #expect(pane.isModified)
    pane.press("<C-z>")
    #expect(pane.text == "old")
  }

  @Test func aReadOnlyTextStaysAsItIs() {
    var pane = EditorPane(path: "a.py", text: "abc", readOnlyReason: "the file is read-only")
    pane.press("x<C-x><Backspace><C-v><C-d>")
    #expect(pane.handlePaste("zz") == [])
    #expect(pane.text == "abc")
    #expect(pane.message == "Not changed: the file is read-only")
    #expect(pane.press("<C-c>") == [.copyToClipboard("abc")])
  }

  @Test func aPasteIsOneStep() {
    var pane = pane("")
    #expect(pane.handlePaste("def f():\r    pass\r") == [])
    #expect(pane.text == "def f():\n    pass\n")
    pane.press("<C-z>")
    #expect(pane.text == "")
  }

  @Test func aPasteGoesIntoTheSearchWhileItIsOpen() {
    var pane = pane("a lr b")
    pane.press("<C-f>")
    _ = pane.handlePaste("lr\nignored")
    #expect(pane.prompt == .find(text: "lr", origin: .zero))
    #expect(pane.text == "a lr b")
    #expect(pane.editor.selectedText == "lr")
  }

  @Test func everyBindingHasWordsAndNoKeyTwice() {
    let presses = EditorKeyBinding.all.flatMap(\.keys)
    #expect(Set(presses).count == presses.count)
    for binding in EditorKeyBinding.all {
      #expect(!binding.title.isEmpty && binding.detail.hasSuffix("."))
    }
  }
}
