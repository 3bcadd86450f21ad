import CNCurses
import TerminalCore

/// Translates styles into ncurses' attributes and pairs of colours, setting pairs up on demand.
@MainActor
final class StyleTranslator {
  private let mapping: ColorMapping
  private var pairs: ColorPairTable
  /// The background of the last style: most neighbours have the same.
  private var background: (color: Color, index: UInt8?) = (.terminalDefault, nil)
  /// A frame needed more pairs than the terminal has.
  private(set) var overflowed = false

  init(depth: ColorDepth, pairCapacity: Int) {
    mapping = ColorMapping(depth: depth)
    pairs = ColorPairTable(capacity: pairCapacity)
  }

  func attributes(of style: Style) -> attr_t {
    var result: attr_t = 0
    if style.attributes.contains(.bold) { result |= atelier_bold() }
    if style.attributes.contains(.faint) { result |= atelier_dim() }
    if style.attributes.contains(.italic) { result |= atelier_italic() }
    if style.attributes.contains(.underline) { result |= atelier_underline() }
    if style.attributes.contains(.blink) { result |= atelier_blink() }
    if style.attributes.contains(.reverse) { result |= atelier_reverse() }
    if style.attributes.contains(.hidden) { result |= atelier_invisible() }
    return result
  }

  /// The pair for a style; pair 0 where every pair is taken.
  func pair(of style: Style) -> Int32 {
    if style.background != background.color {
      background = (style.background, mapping.index(of: style.background))
    }
    let (foreground, background) = mapping.indices(of: style, background: background.index)
    switch pairs.pair(for: .init(foreground: foreground, background: background)) {
    case .known(let number):
      return number
    case .new(let number):
      init_extended_pair(
        number, foreground.map(Int32.init) ?? -1, background.map(Int32.init) ?? -1)
      return number
    case .full:
      overflowed = true
      return 0
    }
  }

  /// Forgets every pair; the whole screen must be written again.
  func startAgain() {
    pairs.removeAll()
    overflowed = false
    reset_color_pairs()
  }
}
