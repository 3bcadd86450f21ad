import Glibc

/// A system call's failure in the system's words.
struct SystemFailure: Error {
  let reason: String

  init(_ errorNumber: Int32) {
    reason = String(cString: strerror(errorNumber))
  }
}
