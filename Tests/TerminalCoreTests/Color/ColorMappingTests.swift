import TerminalCore
import Testing

@Suite struct ColorMappingTests {
  private func rgb(_ hexadecimal: UInt32) -> Color {
    .rgb(
      red: UInt8(hexadecimal >> 16), green: UInt8(hexadecimal >> 8 & 255),
      blue: UInt8(hexadecimal & 255))
  }

  @Test(
    arguments: [
      (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x5F87AF, 67), (0x808080, 244),
      (0x1C1C1C, 234), (0xFF5F5F, 203),
    ] as [(UInt32, UInt8)])
  func findsTheNearestOf256(color: UInt32, expected: UInt8) {
    #expect(ColorMapping(depth: .twoHundredFiftySix).index(of: rgb(color)) == expected)
  }

  @Test(
    arguments: [
      (0x16181D, 0, 0), (0xFFFFFF, 15, 7), (0xA0A8B4, 7, 7), (0x666666, 8, 0),
      (0xFF8F86, 9, 1), (0x86D17B, 10, 2), (0xF2C55C, 11, 3), (0x7CB7FF, 12, 4), (0xD6A8FF, 13, 5),
      (0x6FD6D6, 14, 6), (0xB3141B, 1, 1), (0x1A661F, 2, 2), (0x0B4FAE, 4, 4),
    ] as [(UInt32, UInt8, UInt8)])
  func keepsTheHueInFewColours(color: UInt32, ofSixteen: UInt8, ofEight: UInt8) {
    #expect(ColorMapping(depth: .sixteen).index(of: rgb(color)) == ofSixteen)
    #expect(ColorMapping(depth: .eight).index(of: rgb(color)) == ofEight)
  }

  @Test func keepsPaletteColoursTheTerminalHas() {
    #expect(ColorMapping(depth: .twoHundredFiftySix).index(of: .palette(200)) == 200)
    #expect(ColorMapping(depth: .sixteen).index(of: .palette(12)) == 12)
    #expect(ColorMapping(depth: .sixteen).index(of: .palette(196)) == 9)
    #expect(ColorMapping(depth: .eight).index(of: .palette(12)) == 4)
  }

  @Test func usesTheTerminalsOwnColourWhereThereAreNone() {
    #expect(ColorMapping(depth: .none).index(of: .palette(1)) == nil)
    #expect(ColorMapping(depth: .twoHundredFiftySix).index(of: .terminalDefault) == nil)
  }

  @Test func neverLetsTextVanish() {
    let faint = Style(foreground: rgb(0x303030), background: rgb(0x101010))
    #expect(ColorMapping(depth: .eight).indices(of: faint) == (7, 0))
    let pale = Style(foreground: rgb(0xF0F0F0), background: rgb(0xFFFFFF))
    #expect(ColorMapping(depth: .sixteen).indices(of: pale) == (0, 15))
  }

  @Test(arguments: [(0, 0), (2, 0), (8, 8), (15, 8), (16, 16), (256, 256), (16_777_216, 256)])
  func tellsTheDepthByTheNumberOfColours(colors: Int, depth: Int) {
    #expect(ColorDepth(colors: colors).rawValue == depth)
  }
}
