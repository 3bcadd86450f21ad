/// A file below the exercise's folder.
public struct FileRequirement: Sendable, Hashable {
  /// Relative to the exercise's folder; a glob such as `*.png` means any file that fits.
  public var path: String
  /// Lines that must be there whole, but for spaces at their ends, such as `.pixi` in a `.dockerignore`.
  public var lines: [String] = []
  /// Whether it must be newer than the starter's, that is: differ from it.
  public var changed = false

  public init(path: String) {
    self.path = path
  }
}
