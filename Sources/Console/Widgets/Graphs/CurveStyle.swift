/// How the curves of one side are drawn: told apart by the line's pattern and a marker, and not by
/// colour alone.
struct CurveStyle: Sendable, Hashable {
  let marker: Character
  let role: ThemeRole
  /// Which of every so many dots of the line are drawn.
  private let drawn: Set<Int>
  private let period: Int

  /// - Parameter side: 0 to 3; further sides begin again.
  init(side: Int, glyphs: GlyphSet) {
    let markers: [Character] =
      glyphs == .unicode
      ? [glyphs.firstMarker, glyphs.secondMarker, "▲", "◆"]
      : [glyphs.firstMarker, glyphs.secondMarker, "^", "+"]
    let roles: [ThemeRole] = [.seriesFirst, .seriesSecond, .seriesThird, .seriesFourth]
    // Whole, dashed, dotted, dash and dot.
    let patterns: [(Set<Int>, Int)] = [([0], 1), ([0, 1], 4), ([0], 3), ([0, 1, 2, 3, 6], 9)]
    let index = side % markers.count
    marker = markers[index]
    role = roles[index]
    (drawn, period) = patterns[index]
  }

  func draws(dot index: Int) -> Bool { drawn.contains(index % period) }
}
