import CPosix
import Glibc

/// How many columns text takes, as libc's `wcwidth` counts, so that layout and ncurses agree.
public enum TextWidth {
  /// `wcwidth` answers by the process's locale: without a UTF-8 one, every character beyond ASCII
  /// would be unprintable to it.
  private static let localeIsReady: Bool = {
    setlocale(LC_CTYPE, "")
    if atelier_wcwidth(0x00E9) != 1 || atelier_wcwidth(0x4E2D) != 2 {
      return setlocale(LC_CTYPE, "C.UTF-8") != nil
    }
    return true
  }()

  /// The columns of one grapheme cluster: 0, 1 or 2.
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue {
      return ascii < 0x20 || ascii == 0x7F ? 0 : 1
    }
    guard localeIsReady else { return 1 }
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{FE0F}" { return 2 }
      widest = max(widest, Int(atelier_wcwidth(scalar.value)))
    }
    return min(2, widest)
  }

  /// The columns of a text without line breaks; control characters take none.
  public static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The longest beginning of a text that fits, with an ellipsis where something was cut.
  public static func truncate(
    _ text: String, to limit: Int, ellipsis: Character = "…"
  ) -> String {
    guard columns(of: text) > limit else { return text }
    guard limit > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let width = columns(of: character)
      if used + width > limit - 1 { break }
      kept.append(character)
      used += width
    }
    kept.append(ellipsis)
    return kept
  }
}
