import Glibc

extension Diagnosis {
  /// Nothing in the exercise's folder was changed.
  static func untouched(_ folder: String, _ failure: FileMover.Failure) -> Diagnosis {
    Diagnosis(
      says: "\(folder) was left as it is: \(words(failure)).", remedy: remedy(failure.code))
  }

  /// It stopped half-way; everything that was taken away is kept.
  static func partlyChanged(
    _ folder: String, keptIn: String?, _ failure: FileMover.Failure
  ) -> Diagnosis {
    let place = keptIn.map { " What was taken away stands in \($0)." } ?? ""
    return Diagnosis(
      says: "\(folder) was changed only in part: \(words(failure)).\(place)",
      remedy: remedy(failure.code) + " Then ask once more.")
  }

  static func notWritten(_ path: String, _ failure: FileMover.Failure) -> Diagnosis {
    Diagnosis(
      says: "\(path) was not written: \(words(failure)).", remedy: remedy(failure.code))
  }

  private static func words(_ failure: FileMover.Failure) -> String {
    let words = strerror(failure.code).map { String(cString: $0) } ?? "error \(failure.code)"
    return "\(failure.path): \(words)"
  }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "Make room on the disk."
    case EACCES, EPERM: "Make the folder and the workspace writable with chmod u+w."
    case EROFS: "The file system is mounted read-only: name another workspace with --workspace DIR."
    default: "See what stands at that path."
    }
  }
}
