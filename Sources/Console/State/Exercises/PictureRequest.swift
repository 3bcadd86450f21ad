import TerminalCore

/// A picture to be made of cells.
public struct PictureRequest: Sendable, Hashable {
  public let exercise: String
  public let file: PictureFile
  /// In cells.
  public let size: Size
  public let colors: ColorDepth
  public let glyphs: GlyphSet

  public init(
    exercise: String, file: PictureFile, size: Size, colors: ColorDepth, glyphs: GlyphSet
  ) {
    self.exercise = exercise
    self.file = file
    self.size = size
    self.colors = colors
    self.glyphs = glyphs
  }
}
