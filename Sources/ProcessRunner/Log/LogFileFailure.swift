/// Why a log file is not complete: it holds all bytes up to the fault and none after it.
public struct LogFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public var path: String
  /// The system's words.
  public var reason: String
  /// Bytes that are in the file.
  public var bytesWritten: UInt64

  public init(path: String, reason: String, bytesWritten: UInt64) {
    self.path = path
    self.reason = reason
    self.bytesWritten = bytesWritten
  }

  public var description: String {
    "The log \(path) could not be written any further: \(reason). It is complete for the first "
      + "\(bytesWritten) bytes of output. Free space on that disk, or choose another folder for "
      + "logs; the run itself goes on."
  }
}
