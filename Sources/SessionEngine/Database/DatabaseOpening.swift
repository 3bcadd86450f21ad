/// A database that has been opened, and what a person should know of how.
public struct DatabaseOpening: Sendable {
  public let database: SessionDatabase
  /// Such as that a damaged file was set aside, or an old one brought up to date.
  public let notices: [Diagnosis]
}
