import TerminalCore
import TextEditing

/// The editor as the console keeps it: the text with its file's name, what is in view, what is asked.
public struct EditorPane: Sendable, Equatable {
  public internal(set) var editor: Editor
  /// The file's path; what it means is up to whoever opened it.
  public let path: String
  /// What the status row calls the file.
  public let name: String
  public internal(set) var prompt = EditorPrompt.none
  /// One sentence for the status row, until the next key.
  public var message: String?
  /// Why the text cannot be changed; nil when it can.
  public var readOnlyReason: String?
  /// Whether the reason is the console's own, and goes with it.
  var isHeldByConsole = false
  /// Whether the file was changed by something else since it was opened or saved.
  public var isChangedOnDisk = false
  /// The first line in view.
  public internal(set) var topLine = 0
  /// The first column of the lines in view.
  public internal(set) var leftColumn = 0
  /// What was copied or cut last; Ctrl-V puts it in.
  public var clipboard = ""
  /// The pane's size with its status row, borders not included.
  public internal(set) var size = Size(columns: 80, rows: 24)
  /// Whether the mouse button is held since a press on the text.
  var isDragging = false

  static let tabWidth = 4

  public init(
    path: String, name: String? = nil, text: String, readOnlyReason: String? = nil
  ) {
    self.path = path
    self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    self.readOnlyReason = readOnlyReason
    let firstLine = text.prefix(200).split(whereSeparator: \.isNewline).first.map(String.init)
    let language = Language(fileName: path, firstLine: firstLine ?? "")
    editor = Editor(text: text, language: language)
    follow()
  }

  /// The text to write to the file.
  public var text: String { editor.document.text }
  public var isModified: Bool { editor.isModified }

  /// Call when the text was written.
  public mutating func markSaved(message: String? = nil) {
    editor.markSaved()
    isChangedOnDisk = false
    self.message = message
  }

  /// Puts another text in the place of all, as one step that can be undone; it counts as unsaved.
  public mutating func replaceText(with text: String, message: String? = nil) {
    let place = editor.cursor
    run(.selectAll)
    run(text.isEmpty ? .delete : .paste(text))
    run(.move(.to(place), selecting: false))
    self.message = message
    follow()
  }

  /// Call when the room for the pane changes; the cursor stays in view if it was.
  public mutating func resize(to newSize: Size) {
    guard newSize != size else { return }
    let wasInView = isCursorInView
    size = newSize
    if wasInView { follow() }
    prepareColours()
  }

  static var ruler: ColumnRuler {
    ColumnRuler(tabWidth: tabWidth, widthOf: CharacterPicture.columns)
  }

  @discardableResult
  mutating func run(_ command: EditCommand) -> EditOutcome {
    editor.apply(command, ruler: Self.ruler)
  }
}
