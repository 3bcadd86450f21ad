import PixiWorkspace

/// Recognises the usual mistakes by name, on the parsed manifest, lock and container files.
public struct WrongWayFinder: Sendable {
  /// What was found, in the order of `wrongWays`; each place of a wrong way once.
  /// - Parameters:
  ///   - wrongWays: Only these are looked for.
  ///   - environment: Only findings about this environment or the workspace as a whole; all
  ///     environments without one.
  public static func findings(
    in subject: CheckSubject, looking wrongWays: [WrongWay], environment: String? = nil
  ) -> [Finding] {
    []
  }
}
