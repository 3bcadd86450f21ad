/// Why a file or folder of the workspace could not be made or read.
public struct WorkspaceFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or folder concerned.
  public let path: String
  /// One sentence: what happened.
  public let what: String
  /// One sentence: what to do now.
  public let remedy: String

  public init(path: String, what: String, remedy: String) {
    self.path = path
    self.what = what
    self.remedy = remedy
  }

  public var description: String { "\(path): \(what) \(remedy)" }
}
