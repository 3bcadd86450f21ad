import Foundation
import GPUMetrics
import SessionEngine

/// Finds a recording by its file or by the name of one in the workshop's folder `recordings`.
struct RecordingFinder: Sendable {
  private static let suffix = ".jsonl"
  private let folder: String?

  /// - Parameter exercises: What the command line says the workshop's folder is.
  init(exercises: String?, locator: ResourceLocator = .ofThisProcess()) {
    folder = (try? locator.folder(.exercises, named: exercises))?
      .appending(path: "recordings").path(percentEncoded: false)
  }

  /// - Throws: `CommandFailure` when there is none of that name or it cannot be read.
  func recording(_ name: String) throws(CommandFailure) -> GPURecording {
    let path = try path(of: name)
    do {
      return try GPURecording(contentsOf: path)
    } catch {
      throw CommandFailure(Diagnosis(says: error.says, remedy: error.remedy))
    }
  }

  private func path(of name: String) throws(CommandFailure) -> String {
    let files = FileManager.default
    if name.contains("/") || files.fileExists(atPath: name) { return name }
    if let folder {
      let path = "\(folder)/\(name)\(Self.suffix)"
      if files.fileExists(atPath: path) { return path }
    }
    let known = folder.flatMap { try? files.contentsOfDirectory(atPath: $0) } ?? []
    let names = known.filter { $0.hasSuffix(Self.suffix) }.map { $0.dropLast(Self.suffix.count) }
      .sorted().joined(separator: ", ")
    throw CommandFailure(
      Diagnosis(
        says: "There is no recording \"\(name)\".",
        remedy: names.isEmpty
          ? "Name a file that `atelier gpu --record` wrote."
          : "Name a file that `atelier gpu --record` wrote, or one of the workshop's: \(names)."),
      status: .usage)
  }
}
