/// Why a file was not read or written; in every case the file is as it was.
enum FileStoreError: Error, Sendable, Equatable {
  case notFound(path: String)
  case notAFile(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// `offset` is that of the first byte that is not UTF-8, counted from 0.
  case notUTF8(path: String, offset: Int)
  case binary(path: String, offset: Int)
  case readOnly(path: String, reason: String)
  /// Something else wrote or removed the file since it was opened.
  case changedOnDisk(path: String)
  case removedOnDisk(path: String)
  case alreadyExists(path: String)
  case folderMissing(path: String)
  case diskFull(path: String, reason: String)
  case tooManyLinks(path: String)
  /// A call to the system failed otherwise.
  case system(doing: String, path: String, reason: String)
}
