import Foundation

/// A file below Tests/Fixtures, which tests of several targets read.
public enum FixtureFile {
  /// Its absolute path.
  public static func path(_ relative: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: relative).path(percentEncoded: false)
  }

  /// - Throws: When it cannot be read.
  public static func text(_ relative: String) throws -> String {
    try String(contentsOf: URL(filePath: path(relative)), encoding: .utf8)
  }
}
