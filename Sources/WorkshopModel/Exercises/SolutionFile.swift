import Foundation

/// A file of an exercise's solution.
public struct SolutionFile: Sendable, Hashable {
  /// Below the participant's folder, such as `pixi.toml`.
  public let path: String
  /// Where its content stands in the workshop's folder.
  public let url: URL

  public init(path: String, url: URL) {
    self.path = path
    self.url = url
  }
}
