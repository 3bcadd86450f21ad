/// What a running pixi waits for, read from one line of its output.
///
/// Source: pixi 0.70.1 and later log a waiting install every 30 seconds; every release says so when
/// the package cache is in use.
public enum PixiWaiting: Sendable, Hashable {
  /// Another pixi installs the same environment; for how many seconds it has waited, when told.
  case environment(seconds: Int?)
  /// Another pixi uses the package cache.
  case packageCache

  /// Nil for every other line.
  /// - Parameter line: Without escape sequences.
  public init?(line: String) {
    if line.contains("still waiting on another pixi process") {
      let seconds = line.firstMatch(of: /\(([0-9]{1,9})s elapsed\)/).flatMap { Int($0.output.1) }
      self = .environment(seconds: seconds)
    } else if line.contains("waiting for global file lock") {
      self = .packageCache
    } else {
      return nil
    }
  }

  /// One sentence for a person.
  public var words: String {
    switch self {
    case .environment(let seconds?):
      "Waits for another pixi that installs this environment, for \(seconds) seconds now."
    case .environment(nil): "Waits for another pixi that installs this environment."
    case .packageCache: "Waits for another pixi that uses the package cache."
    }
  }
}
