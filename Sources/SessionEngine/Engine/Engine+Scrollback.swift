import Foundation
import ProcessRunner

extension Engine {
  /// The next place in a run's output that holds a text, going on from the other end.
  ///
  /// Capital letters count when the text has some.
  /// - Parameter place: Where to look from; nil for the end that the search comes from.
  public func find(
    _ text: String, in id: RunID, from place: TerminalPlace?, backwards: Bool
  ) async -> TerminalMatch? {
    await runs[id]?.terminal.find(
      text, isCaseSensitive: text.contains(where: \.isUppercase), from: place,
      backwards: backwards)
  }

  /// The first line of the first error that is kept of a run's output.
  public func firstError(in id: RunID) async -> TerminalMatch? {
    await runs[id]?.terminal.firstError()
  }

  /// A part of a run's output as plain text; nil when there is no such run.
  public func text(
    of id: RunID, from start: TerminalPlace, to end: TerminalPlace
  ) async -> String? {
    await runs[id]?.terminal.text(from: start, to: end)
  }

  /// Writes all that is kept of a run's output, as plain text, into the exercise's folder.
  /// - Returns: The file's absolute path; it is never one that was there before.
  /// - Throws: `Diagnosis` when there is no such run or it cannot be written.
  public func saveText(of id: RunID) async throws -> String {
    let run = try live(id)
    let text = await run.terminal.text()
    let folder = configuration.folder(of: run.snapshot.exercise)
    let name = "run-\(id.number)-\(run.snapshot.environment)"
    return try await BlockingWork.run {
      var path = "\(folder)/\(name).txt"
      var number = 2
      while FileManager.default.fileExists(atPath: path) {
        path = "\(folder)/\(name)-\(number).txt"
        number += 1
      }
      do {
        try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
      } catch {
        throw Diagnosis(
          says: "The text of \(run.snapshot.title) was not written to \(path): "
            + "\(error.localizedDescription)",
          remedy: run.snapshot.log.map { "Every byte it printed is in \($0)." }
            ?? "Make room in that folder, then save it again.")
      }
      return path
    }
  }
}
