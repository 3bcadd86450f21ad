/// A text being edited: the document with its cursor, undo history, search and colours.
public struct Editor: Sendable, Equatable {
  public internal(set) var document: Document
  public internal(set) var selection: Selection
  /// The display column vertical movement aims for, while it goes on.
  var preferredColumn: Int?
  /// The text last looked for; nil when no search is on.
  public internal(set) var search: TextSearch?
  public let language: Language
  public var indentation: Indentation
  var history: UndoHistory
  var highlighter: SyntaxHighlighter

  /// - Parameter undoLimit: bytes the undo history may hold before its oldest steps are forgotten.
  public init(
    text: String, language: Language = .plain, undoLimit: Int = 64 << 20
  ) {
    document = Document(text)
    selection = Selection(cursor: .zero)
    self.language = language
    indentation = language.indentation
    history = UndoHistory(costLimit: undoLimit)
    highlighter = SyntaxHighlighter(language: language, lineCount: document.lineCount)
  }

  public var cursor: Position { selection.head }

  /// Whether the text differs from what was last saved, by its history: undoing back to the saved
  /// state makes it unmodified.
  public var isModified: Bool { !history.isAtSavedState }

  /// The present text is what the file holds.
  public mutating func markSaved() {
    history.markSaved()
  }

  /// Colours the lines up to one, so that drawing them costs nothing more.
  public mutating func prepareHighlighting(throughLine line: Int) {
    highlighter.prepare(document, throughLine: line)
  }

  /// The coloured stretches of a line; none where the colours were not prepared.
  public func highlights(ofLine line: Int) -> [SyntaxSpan] {
    highlighter.spans(ofLine: line)
  }

  /// The one way a document changes: whole lines are replaced, and the history can put them back.
  mutating func replaceLines(
    _ range: Range<Int>, with new: [Line], selection after: Selection,
    grouping: EditGrouping = .separate
  ) -> EditOutcome {
    let old = Array(document.lines[range])
    guard old != new else { return select(clamped(after)) }
    let before = selection
    putLines(range, new)
    // A combining mark at a seam joins the character before it: the line is shorter than counted.
    selection = clamped(after)
    history.record(
      firstLine: range.lowerBound, oldLines: old, newLines: new, before: before,
      after: selection, grouping: grouping)
    return .changed
  }

  private func clamped(_ selection: Selection) -> Selection {
    Selection(anchor: document.clamp(selection.anchor), head: document.clamp(selection.head))
  }

  mutating func putLines(_ range: Range<Int>, _ new: [Line]) {
    document.replaceLines(range, with: new)
    highlighter.linesReplaced(range, count: new.count)
  }

  /// Replaces a stretch of text and leaves the cursor behind what was put there.
  mutating func replace(
    from start: Position, to end: Position, with text: String, grouping: EditGrouping = .separate
  ) -> EditOutcome {
    let (lines, behind) = document.lines(replacing: start, to: end, with: text)
    return replaceLines(
      start.line..<(end.line + 1), with: lines, selection: Selection(cursor: behind),
      grouping: grouping)
  }
}
