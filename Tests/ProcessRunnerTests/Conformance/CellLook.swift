import TerminalCore

/// How one cell looks, in the words the references are written in.
struct CellLook: Equatable {
  /// The character; empty for the right half of a wide one.
  var text: String
  var width: Int
  /// Words such as `bold reverse fg=4 bg=#102030`, in a fixed order; empty where plain. What cannot
  /// be seen on a space is left out.
  var style: String

  static let blank = CellLook(text: " ", width: 1, style: "")

  init(text: String, width: Int, style: String) {
    self.text = text
    self.width = width
    self.style = style
  }

  init(_ cell: Cell) {
    text = cell.width == 0 ? "" : String(cell.character)
    width = Int(cell.width)
    style = Self.words(cell.style, isSpace: cell.width > 0 && cell.character == " ")
  }

  /// The same in the words of a reference that has no palette beyond the sixteen colours.
  var withoutPalette: CellLook {
    var copy = self
    copy.style = style.split(separator: " ").map { (word: Substring) -> String in
      let parts = word.split(separator: "=")
      guard parts.count == 2, let number = UInt8(parts[1]), number > 15 else { return String(word) }
      let (red, green, blue) = XtermPalette.components(of: number)
      return "\(parts[0])=\(Self.hexadecimal(red, green, blue))"
    }.joined(separator: " ")
    return copy
  }

  private static let names: [(Attributes, String, isSeenOnSpaces: Bool)] = [
    (.bold, "bold", false), (.faint, "faint", false), (.italic, "italic", false),
    (.underline, "underline", true), (.blink, "blink", false), (.reverse, "reverse", true),
    (.hidden, "hidden", false), (.strikethrough, "strike", true),
  ]

  private static func words(_ style: Style, isSpace: Bool) -> String {
    let kept = names.filter { style.attributes.contains($0.0) && (!isSpace || $0.isSeenOnSpaces) }
    var words = kept.map(\.1)
    if let colour = word(style.foreground), !isSpace || !kept.isEmpty {
      words.append("fg=\(colour)")
    }
    if let colour = word(style.background) { words.append("bg=\(colour)") }
    return words.joined(separator: " ")
  }

  private static func word(_ color: Color) -> String? {
    switch color {
    case .terminalDefault: nil
    case .palette(let number): String(number)
    case .rgb(let red, let green, let blue): hexadecimal(Int(red), Int(green), Int(blue))
    }
  }

  private static func hexadecimal(_ parts: Int...) -> String {
    let digits = parts.map { part in
      let text = String(part, radix: 16)
      return text.count == 1 ? "0\(text)" : text
    }
    return "#" + digits.joined()
  }
}
