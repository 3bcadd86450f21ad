import TerminalCore

@testable import Console

/// Keys as people write them: plain characters, and names like `<C-s>`, `<S-Left>`, `<A-Up>`.
enum Keys {
  static func parse(_ text: String) -> [KeyPress] {
    var presses: [KeyPress] = []
    var rest = text[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        presses.append(named(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        presses.append(.character(character))
        rest = rest.dropFirst()
      }
    }
    return presses
  }

  private static func named(_ name: Substring) -> KeyPress {
    let parts = name.split(separator: "-").map(String.init)
    var modifiers: KeyModifiers = []
    for part in parts.dropLast() {
      modifiers.formUnion(part == "C" ? .control : part == "A" ? .alt : .shift)
    }
    let last = parts.last ?? ""
    let names: [String: Key] = [
      "Enter": .enter, "Tab": .tab, "Backspace": .backspace, "Delete": .delete, "Esc": .escape,
      "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
      "PageUp": .pageUp, "PageDown": .pageDown, "F1": .function(1),
    ]
    return KeyPress(names[last] ?? .character(Character(last)), modifiers)
  }
}

extension EditorPane {
  /// Presses keys one after another and collects what they ask for.
  @discardableResult
  mutating func press(_ keys: String) -> [EditorRequest] {
    Keys.parse(keys).flatMap { handle($0) }
  }

  /// The pane drawn at a size, as text without trailing spaces, with the cursor's place.
  func picture(columns: Int, rows: Int, focused: Bool = true) -> (text: String, cursor: Point?) {
    var buffer = CellBuffer(size: Size(columns: columns, rows: rows))
    let cursor = draw(into: &buffer, area: buffer.bounds, theme: .monochrome, focused: focused)
    let lines = (0..<rows).map { row in
      var line = buffer.textOfRow(row)
      while line.last == " " { line.removeLast() }
      return line
    }
    return (lines.joined(separator: "\n"), cursor)
  }
}
