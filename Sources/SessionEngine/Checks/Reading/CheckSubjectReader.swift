import Foundation
import PixiWorkspace
import WorkshopModel

/// Reads once what an exercise's goals are judged on: manifest, lock and the files they ask for.
///
/// Blocks, so never on the cooperative pool; see `BlockingWork`. It makes and changes nothing.
public struct CheckSubjectReader: Sendable {
  private static let largestManifest = 1 << 20
  static let largestText = 1 << 20
  static let largestCompared = 16 << 20

  let exercise: Exercise
  let folder: URL

  /// - Parameter folder: The exercise's folder in the workspace, there or not.
  public init(_ exercise: Exercise, folder: URL) {
    self.exercise = exercise
    self.folder = folder
  }

  /// - Parameters:
  ///   - runs: The exercise's, the newest first.
  ///   - figures: The names of the series that runs have given.
  ///   - pixi: Nil when there is none.
  public func read(
    runs: [StoredRun] = [], figures: [RunID: [String]] = [:], pixi: PixiVersion? = nil,
    hasGPU: Bool = false
  ) -> CheckSubject {
    let place = PixiManifest.place(in: path(""))
    let name = place.hasSuffix("pyproject.toml") ? "pyproject.toml" : "pixi.toml"
    var finder = CheckedFileFinder(reader: self)
    finder.find()
    return CheckSubject(
      folder: folder, manifestFile: name, manifest: manifest(name), lock: lock(),
      runs: runs, pixi: pixi, hasGPU: hasGPU, texts: finder.texts, files: finder.files,
      figures: figures)
  }

  /// The path of a file below the folder, or of the folder without a slash at its end.
  func path(_ name: String) -> String {
    var root = folder.path(percentEncoded: false)
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    return name.isEmpty ? root : root + "/" + name
  }

  private func manifest(_ name: String) -> CheckSubject.Manifest {
    switch PlainFile.read(path(name), limit: Self.largestManifest) {
    case .missing: return .missing
    case .refused(let reason):
      return .unreadable(PixiManifestError(file: name, line: nil, reason: reason + "."))
    case .data(let data):
      guard let text = String(validating: data, as: UTF8.self) else {
        return .unreadable(
          PixiManifestError(
            file: name, line: Self.lineOfFault(in: data), reason: "it is not a text in UTF-8."))
      }
      guard Self.saysAnything(text) else { return .missing }
      do {
        return .read(try PixiManifest(text: text, file: name))
      } catch let error as PixiManifestError {
        return .unreadable(error)
      } catch {
        return .unreadable(PixiManifestError(file: name, line: nil, reason: "\(error)."))
      }
    }
  }

  private func lock() -> PixiLock? {
    guard case .data(let data) = PlainFile.read(path("pixi.lock"), limit: PixiLock.largestFile),
      data.contains(where: { !" \r\n\t".utf8.contains($0) })
    else { return nil }
    return PixiLock(data)
  }

  /// Whether there is more than blank lines and comments.
  private static func saysAnything(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let content = line.drop { $0.isWhitespace }
      return !content.isEmpty && content.first != "#"
    }
  }

  private static func lineOfFault(in data: Data) -> Int {
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
