/// Finds for every colour the one that a terminal of some depth shows.
public struct ColorMapping: Sendable, Hashable {
  public let depth: ColorDepth

  public init(depth: ColorDepth) {
    self.depth = depth
  }

  /// A palette index the terminal has, or nil for the terminal's own colour.
  public func index(of color: Color) -> UInt8? {
    guard depth != .none else { return nil }
    switch color {
    case .terminalDefault:
      return nil
    case .palette(let index):
      return indexInDepth(ofPalette: index)
    case .rgb(let red, let green, let blue):
      if depth == .twoHundredFiftySix {
        return XtermPalette.nearest(red: red, green: green, blue: blue)
      }
      return basic((Int(red), Int(green), Int(blue)))
    }
  }

  /// The two colours of a style; text that would vanish into its background becomes black or white.
  public func indices(of style: Style) -> (foreground: UInt8?, background: UInt8?) {
    indices(of: style, background: index(of: style.background))
  }

  /// The same where the background's index is known already.
  public func indices(
    of style: Style, background: UInt8?
  ) -> (foreground: UInt8?, background: UInt8?) {
    let foreground = index(of: style.foreground)
    guard let foreground, foreground == background, style.foreground != style.background,
      depth < .twoHundredFiftySix
    else { return (foreground, background) }
    let shown = XtermPalette.components(of: foreground)
    return (Self.luminance(shown) < 128 ? brightest : 0, background)
  }

  private var brightest: UInt8 { depth == .eight ? 7 : 15 }

  private func indexInDepth(ofPalette index: UInt8) -> UInt8 {
    switch (depth, index) {
    case (.twoHundredFiftySix, _), (.sixteen, ..<16), (_, ..<8): return index
    case (_, ..<16): return index - 8
    default: return basic(XtermPalette.components(of: index))
    }
  }

  /// One of the sixteen by hue, or by lightness where there is hardly a hue: the nearest in
  /// distance would make grey of every calm colour.
  private func basic(_ color: XtermPalette.Components) -> UInt8 {
    let greatest = max(color.red, color.green, color.blue)
    let chroma = greatest - min(color.red, color.green, color.blue)
    if chroma < 48 || greatest < 80 { return grey(color) }
    let half = greatest - chroma / 2
    let index: UInt8 =
      (color.red > half ? 1 : 0) + (color.green > half ? 2 : 0) + (color.blue > half ? 4 : 0)
    return depth == .sixteen && greatest > 200 ? index + 8 : index
  }

  private func grey(_ color: XtermPalette.Components) -> UInt8 {
    switch (Self.luminance(color), depth) {
    case (..<48, _): 0
    case (..<112, .eight): 0
    case (..<160, .sixteen): 8
    case (..<225, _), (_, .eight): 7
    default: 15
    }
  }

  /// Perceived lightness, 0 to 255, with the weights of ITU-R BT.601.
  private static func luminance(_ color: XtermPalette.Components) -> Int {
    (299 * color.red + 587 * color.green + 114 * color.blue) / 1000
  }
}
