import Foundation
import SessionEngine

/// Asks before files of a person change.
enum Confirmation {
  /// - Parameters:
  ///   - question: What would be done, with the question last.
  ///   - isGiven: Whether `--yes` was given.
  /// - Throws: `CommandFailure` when a person says no, or nobody can be asked.
  static func ask(_ question: String, isGiven: Bool) throws {
    if isGiven { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw CommandFailure(
        Diagnosis(
          says: "This changes files, and there is no terminal to ask in; nothing was changed.",
          remedy: "Say yes beforehand: --yes"), status: .usage)
    }
    FileHandle.standardError.write(Data("\(question) [y/N] ".utf8))
    let line = readLine()
    // Ctrl-D leaves the cursor behind the question.
    if line == nil { FileHandle.standardError.write(Data("\n".utf8)) }
    let answer = line?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    guard ["y", "yes"].contains(answer) else {
      throw CommandFailure(
        Diagnosis(says: "Nothing was changed.", remedy: "Ask again when you want it."))
    }
  }
}
