/// A colour as a program or a theme asks for it; the backend shows the nearest the terminal has.
public enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case terminalDefault
  /// One of the 256 colours of xterm's palette; 0 to 15 are the terminal's own sixteen.
  case palette(UInt8)
  /// 24-bit sRGB.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}
