import Foundation
import SessionEngine

extension AppContext {
  /// Reads the runs this workspace has seen, off the cooperative pool, and closes the file again.
  /// - Throws: `Diagnosis` when none are kept or they cannot be read; what the work throws.
  func reading<Value: Sendable>(
    _ work: @escaping @Sendable (any RunHistory) throws -> Value
  ) async throws -> Value {
    let database = try await DatabaseOpener(
      path: SessionDatabase.path(in: workspace.url), now: Date()
    ).openForReading()
    do {
      let value = try await BlockingWork.run { try work(database) }
      await database.close()
      return value
    } catch {
      await database.close()
      throw error
    }
  }
}
