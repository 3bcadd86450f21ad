import Glibc

/// The system's own words for an error number.
enum SystemError {
  /// glibc's strerror answers from memory of the calling thread.
  static func words(_ code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    return String(cString: words)
  }
}
