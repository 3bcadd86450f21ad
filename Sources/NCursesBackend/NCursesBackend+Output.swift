import CNCurses
import TerminalCore

extension NCursesBackend {
  func write(_ run: CellRun) {
    characters.removeAll(keepingCapacity: true)
    var style: Style?
    var attributes: attr_t = 0
    var pair: Int32 = 0
    // What an ASCII character of the style is but for the character.
    var plain = cchar_t()
    for cell in run.cells where cell.width > 0 {
      if cell.style != style {
        style = cell.style
        attributes = styles.attributes(of: cell.style)
        pair = styles.pair(of: cell.style)
        plain = character([" "], attributes: attributes, pair: pair)
      }
      if cell.width == 1, let byte = CellScalars.ascii(cell.character) {
        plain.chars.0 = wchar_t(byte)
        characters.append(plain)
        continue
      }
      let (scalars, padding) = CellScalars.fitting(cell)
      characters.append(character(scalars, attributes: attributes, pair: pair))
      for _ in 0..<padding {
        characters.append(character([" "], attributes: attributes, pair: pair))
      }
    }
    guard wmove(window, Int32(run.row), Int32(run.column)) == OK else { return }
    wadd_wchnstr(window, characters, Int32(characters.count))
  }

  func erase() {
    werase(window)
  }

  private func character(
    _ scalars: [UnicodeScalar], attributes: attr_t, pair: Int32
  ) -> cchar_t {
    var result = cchar_t()
    var pair = pair
    let text = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
    // ncurses reads the pair's number from the last argument when it is given, without the limit
    // of a short.
    setcchar(&result, text, attributes, 0, &pair)
    return result
  }
}
