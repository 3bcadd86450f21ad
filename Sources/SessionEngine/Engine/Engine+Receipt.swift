import Foundation
import WorkshopModel

extension Engine {
  /// What was done in an exercise, with a fresh check; writes nothing.
  /// - Throws: `Diagnosis` when there is no such exercise.
  public func receipt(of id: String) async throws -> Receipt {
    throw Self.notYet
  }

  /// Writes a receipt as a whole or not at all.
  /// - Parameters:
  ///   - file: Nil for `receipt-EX.md` in the exercise's folder.
  ///   - force: Whether a file that is no receipt of ours may be replaced.
  /// - Returns: The absolute path it was written to.
  /// - Throws: `Diagnosis`
  @discardableResult
  public func writeReceipt(
    of id: String, to file: URL? = nil, force: Bool = false
  ) async throws -> String {
    throw Self.notYet
  }
}
