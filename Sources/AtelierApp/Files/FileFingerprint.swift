/// What tells whether a file is still as it was read or written.
struct FileFingerprint: Sendable, Equatable {
  var inode: UInt64
  var size: Int
  /// When it was last modified, in nanoseconds since 1970.
  var modified: Int64
  /// FNV-1a of the bytes: a file that was only touched has not changed.
  var contentHash: UInt64
}
