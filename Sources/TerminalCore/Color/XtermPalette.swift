/// The 256 colours of xterm, as sRGB. Source: xterm's 256colres.h and XTerm-col.ad defaults.
public enum XtermPalette {
  public typealias Components = (red: Int, green: Int, blue: Int)

  private static let cubeLevels = [0, 95, 135, 175, 215, 255]
  private static let sixteen: [Components] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// The components of a colour, 0 to 255 each; 0 to 15 are what xterm shows unless it is told
  /// otherwise.
  public static func components(of index: UInt8) -> Components {
    switch Int(index) {
    case let basic where basic < 16:
      return sixteen[basic]
    case let grey where grey >= 232:
      let level = 8 + (grey - 232) * 10
      return (level, level, level)
    case let cube:
      let place = cube - 16
      return (
        cubeLevels[place / 36], cubeLevels[place / 6 % 6], cubeLevels[place % 6]
      )
    }
  }

  /// The nearest of the colours 16 to 255, which look the same in every terminal.
  public static func nearest(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    let wanted = (red: Int(red), green: Int(green), blue: Int(blue))
    let cube =
      16 + 36 * nearestLevel(wanted.red) + 6 * nearestLevel(wanted.green)
      + nearestLevel(wanted.blue)
    let mean = (wanted.red + wanted.green + wanted.blue) / 3
    let grey = 232 + min(23, max(0, (mean - 3) / 10))
    let candidates = [UInt8(cube), UInt8(grey)]
    return candidates.min {
      distance(components(of: $0), wanted) < distance(components(of: $1), wanted)
    } ?? UInt8(cube)
  }

  private static func nearestLevel(_ value: Int) -> Int {
    cubeLevels.indices.min { abs(cubeLevels[$0] - value) < abs(cubeLevels[$1] - value) } ?? 0
  }

  /// A weighted distance that follows the eye better than the plain one, by the mean of the reds
  /// (T. Riemersma, "Colour metric", CompuPhase).
  static func distance(_ left: Components, _ right: Components) -> Int {
    let meanRed = (left.red + right.red) / 2
    let red = left.red - right.red
    let green = left.green - right.green
    let blue = left.blue - right.blue
    return ((512 + meanRed) * red * red) / 256 + 4 * green * green
      + ((767 - meanRed) * blue * blue) / 256
  }
}
