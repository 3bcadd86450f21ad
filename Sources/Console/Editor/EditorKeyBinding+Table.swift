import TerminalCore
import TextEditing

extension EditorKeyBinding {
  /// Every binding with a line of its own in help, in the order help shows them.
  public static let all: [EditorKeyBinding] = file + history + clipboard + search + lines + words

  private static let file = [
    EditorKeyBinding(
      "Ctrl-S", [.control("s")], title: "save", detail: "Write the text to its file.", .save),
    EditorKeyBinding(
      "Ctrl-W", [.control("w")], title: "close",
      detail: "Close the file, once its text is saved.", .close),
    EditorKeyBinding(
      "Esc", [KeyPress(.escape)], title: "leave",
      detail: "Drop the selection, or go back to the other panes.", .escape),
  ]

  private static let history = [
    EditorKeyBinding(
      "Ctrl-Z", [.control("z")], title: "undo", detail: "Take the last change back.",
      .command(.undo)),
    EditorKeyBinding(
      "Ctrl-Y", [.control("y"), KeyPress(.character("z"), [.control, .shift])], title: "redo",
      detail: "Make a change again that was taken back.", .command(.redo)),
  ]

  private static let clipboard = [
    EditorKeyBinding(
      "Ctrl-C", [.control("c")], title: "copy",
      detail: "Copy the selection, or the line when nothing is selected.", .command(.copy)),
    EditorKeyBinding(
      "Ctrl-X", [.control("x")], title: "cut",
      detail: "Cut the selection, or the line when nothing is selected.", .command(.cut)),
    EditorKeyBinding(
      "Ctrl-V", [.control("v")], title: "paste",
      detail: "Put in what was copied last in this editor.", .paste),
    EditorKeyBinding(
      "Ctrl-A", [.control("a")], title: "select all", detail: "Select the whole text.",
      .command(.selectAll)),
  ]

  private static let search = [
    EditorKeyBinding(
      "Ctrl-F", [.control("f")], title: "find",
      detail: "Look for a text; capitals matter only when you type one.", .find),
    EditorKeyBinding(
      "Ctrl-G", [.control("g")], title: "go to line", detail: "Go to a line by its number.",
      .goToLine),
  ]

  private static let lines = [
    EditorKeyBinding(
      "Ctrl-D", [.control("d")], title: "duplicate",
      detail: "Copy the selection, or the line, behind itself.", .command(.duplicate)),
    EditorKeyBinding(
      "Alt-Up", [KeyPress(.up, .alt)], title: "line up",
      detail: "Move the selected lines one up.", .command(.moveLinesUp)),
    EditorKeyBinding(
      "Alt-Down", [KeyPress(.down, .alt)], title: "line down",
      detail: "Move the selected lines one down.", .command(.moveLinesDown)),
    EditorKeyBinding(
      "Ctrl-/ or Alt-/", [.control("/"), .control("_"), .alt("/")], title: "comment",
      detail: "Make the selected lines comments, or text again.", .command(.toggleComment)),
    EditorKeyBinding(
      "Tab", [KeyPress(.tab)], title: "indent",
      detail: "Indent the selected lines, or go to the next stop.", .command(.tab)),
    EditorKeyBinding(
      "Shift-Tab", [KeyPress(.tab, .shift)], title: "outdent",
      detail: "Take one step of indentation off the selected lines.", .command(.outdent)),
  ]

  private static let words = [
    EditorKeyBinding(
      "Ctrl-Backspace",
      [KeyPress(.backspace, .control), KeyPress(.backspace, .alt), .control("h")],
      title: "delete word", detail: "Delete back to the word's beginning.",
      .command(.deleteWordBackward)),
    EditorKeyBinding(
      "Ctrl-Delete", [KeyPress(.delete, .control), .alt("d")], title: "delete word ahead",
      detail: "Delete up to the next word's end.", .command(.deleteWordForward)),
  ]
}
