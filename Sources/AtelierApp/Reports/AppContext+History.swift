import SessionEngine

extension AppContext {
  /// The runs this workspace has seen; blocks on the disk.
  ///
  /// - Throws: `Diagnosis` when none are kept.
  func openHistory() throws -> any RunHistory {
    // CONNECT HERE: open the workshop's database at `workspacePath`.
    throw Diagnosis(
      says: "No runs are kept yet in \(workspaceName).",
      remedy: "Run an exercise in this workspace first, with `atelier run` or in the console.")
  }
}
