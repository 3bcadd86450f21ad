import Foundation

/// Finds the `pixi` executable: `ATELIER_PIXI`, then `PATH`, then `~/.pixi/bin`.
public struct PixiLocator: Sendable {
  private let environment: [String: String]
  private let home: String

  /// - Parameter home: The home folder's absolute path.
  public init(environment: [String: String], home: String) {
    self.environment = environment
    self.home = home
  }

  /// The executable's absolute path; nil when there is none.
  ///
  /// `ATELIER_PIXI` set to an empty text or to a path that cannot be executed means no pixi.
  public func find() -> String? {
    if let chosen = environment["ATELIER_PIXI"] {
      return ExecutableSearch.isExecutable(chosen) ? chosen : nil
    }
    if let found = ExecutableSearch(path: environment["PATH"]).find("pixi") { return found }
    let personal = home + "/.pixi/bin/pixi"
    return ExecutableSearch.isExecutable(personal) ? personal : nil
  }
}
