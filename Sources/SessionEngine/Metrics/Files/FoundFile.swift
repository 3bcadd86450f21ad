/// A file that a pattern found, as it was at one moment.
struct FoundFile: Sendable, Hashable {
  /// Below the folder that was searched.
  let path: String
  let device: UInt64
  let inode: UInt64
  let size: Int
  /// Seconds since 1970.
  let modified: Double
}
