import Foundation
import TerminalCore

/// The contrast of text on its background by WCAG 2.1, 1 to 21.
enum Contrast {
  /// nil where one of the two is the terminal's own.
  static func ratio(_ first: Color, _ second: Color) -> Double? {
    guard let first = luminance(first), let second = luminance(second) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double? {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    let linear = [red, green, blue].map { component in
      let value = Double(component) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
