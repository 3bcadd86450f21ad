/// What every process of a run has in its environment, however far it has gone from the others.
///
/// Numbers of runs are a workspace's own: the session tells one console's runs from another's.
public struct RunMark: Sendable, Hashable {
  /// The run's number.
  public static let runVariable = "ATELIER_RUN"
  /// The name of the console's session.
  public static let sessionVariable = "ATELIER_SESSION"

  public let run: RunID
  public let session: String

  public init(run: RunID, session: String) {
    self.run = run
    self.session = session
  }

  /// - Parameter variables: As `/proc/PID/environ` has them: `NAME=VALUE`, each ended by a NUL.
  init?(variables: String) {
    var (run, session): (RunID?, String?)
    for variable in variables.split(separator: "\0") {
      if variable.hasPrefix(Self.runVariable + "=") {
        run = Int(variable.dropFirst(Self.runVariable.count + 1)).map { RunID($0) }
      } else if variable.hasPrefix(Self.sessionVariable + "=") {
        session = String(variable.dropFirst(Self.sessionVariable.count + 1))
      }
    }
    guard let run, let session else { return nil }
    self.init(run: run, session: session)
  }

  var variables: [String: String] {
    [Self.runVariable: "\(run.number)", Self.sessionVariable: session]
  }
}
