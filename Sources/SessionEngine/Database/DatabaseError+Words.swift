internal import GRDB

extension DatabaseError {
  /// Whether the file itself is at fault, and not the disk, a right or another process.
  var meansDamage: Bool {
    switch resultCode.primaryResultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: true
    default: false
    }
  }

  /// What SQLite says, without the statement.
  var words: String {
    switch resultCode.primaryResultCode {
    case .SQLITE_FULL: "the disk is full"
    case .SQLITE_NOTADB: "it is not a database"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "another process has kept it locked"
    case .SQLITE_READONLY: "it may not be written"
    case .SQLITE_CANTOPEN: "it cannot be opened"
    case .SQLITE_IOERR: "the disk could not be read or written (\(extendedResultCode))"
    default: message ?? "\(resultCode)"
    }
  }
}
