import TextEditing

/// A text with its selection written into it: `#[a|]bc` selects `a` with the cursor behind it,
/// `#[|a]bc` with the cursor before it, and `#[|]abc` is a bare cursor.
struct MarkedText {
  let text: String
  let selection: Selection

  init(_ marked: String) {
    var plain = ""
    var anchor = Position.zero
    var head: Position?
    var closing = Position.zero
    var headIsFirst = false
    var rest = marked[...]
    while let character = rest.first {
      if rest.hasPrefix("#[") {
        rest = rest.dropFirst(2)
        anchor = Self.end(of: plain)
        headIsFirst = rest.hasPrefix("|")
      } else if character == "|", head == nil {
        rest = rest.dropFirst()
        head = Self.end(of: plain)
      } else if character == "]", head != nil, closing == .zero {
        rest = rest.dropFirst()
        closing = Self.end(of: plain)
        if headIsFirst { anchor = closing }
        plain += rest
        break
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    text = plain
    selection = Selection(anchor: anchor, head: head ?? .zero)
  }

  /// An editor's text with its selection written into it.
  static func of(_ editor: Editor) -> String {
    let document = editor.document
    let selection = editor.selection
    let before = document.text(from: .zero, to: selection.start)
    let inside = document.text(from: selection.start, to: selection.end)
    let after = document.text(from: selection.end, to: document.end)
    let isForward = selection.anchor < selection.head
    return before + "#[" + (isForward ? inside + "|" : "|" + inside) + "]" + after
  }

  private static func end(of text: String) -> Position {
    Document(text).end
  }
}
