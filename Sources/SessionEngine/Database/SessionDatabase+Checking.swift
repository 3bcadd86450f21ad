import Foundation
internal import GRDB

extension SessionDatabase {
  /// Checks what the opening left for later: the points of a large file. A fault is remembered, so
  /// that the file is set aside when it is next opened.
  /// - Returns: Nil when nothing is wrong.
  public func checkPoints() async -> Diagnosis? {
    do {
      for table in DatabaseFile.longTables {
        let fault = try await pool.read { try DatabaseFile.fault(of: "('\(table)')", $0) }
        if let fault { return doubt(fault) }
      }
      return nil
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
