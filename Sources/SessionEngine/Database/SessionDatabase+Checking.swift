import Foundation
internal import GRDB

extension SessionDatabase {
  /// Checks what the opening left for later: the points of a large file. A fault is remembered, so
  /// that the file is set aside when it is next opened.
  /// - Returns: Nil when nothing is wrong.
  public func checkPoints() async -> Diagnosis? {
    do {
      guard let fault = try await pool.read({ try DatabaseFile.fault(of: "('point')", $0) }) else {
        return nil
      }
      return doubt(fault)
    } catch let error as DatabaseError where error.meansDamage {
      return doubt(error.words)
    } catch {
      return nil
    }
  }

  private func doubt(_ reason: String) -> Diagnosis {
    _ = FileManager.default.createFile(atPath: DatabaseFile.doubt(of: path), contents: nil)
    return .damagedDatabase(path, reason: reason)
  }
}
