import Foundation
import SessionEngine

extension AppContext {
  /// The runs this workspace has seen, to be read off the cooperative pool.
  /// - Throws: `Diagnosis` when none are kept or they cannot be read.
  func openHistory() async throws -> SessionDatabase {
    try await DatabaseOpener(path: SessionDatabase.path(in: workspace.url), now: Date())
      .openForReading()
  }
}
