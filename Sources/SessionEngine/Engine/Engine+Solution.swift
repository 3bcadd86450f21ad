import Foundation
import PixiWorkspace
import WorkshopModel

extension Engine {
  /// The exercise's solution in the spelling that fits; counted when it is shown.
  /// - Parameter confirmed: Whether a person has asked twice.
  /// - Throws: `Diagnosis` when there is no such exercise or it has no solution.
  public func solution(of id: String, confirmed: Bool) async throws -> SolutionAnswer {
    let (exercise, spelling, files) = try await solutionFiles(of: id)
    guard confirmed else {
      return .confirm(try await plannedChange(of: exercise, to: Self.sources(files), .stay))
    }
    let starter = Set(exercise.starterFiles.compactMap { exercise.starterFile($0) })
    let own = files.filter { !starter.contains($0.url) }
    let shown = try await BlockingWork.run {
      try own.map { file in
        guard let data = try? Data(contentsOf: file.url) else {
          throw Diagnosis(
            says: "\(file.url.path(percentEncoded: false)) cannot be read.",
            remedy: "Put the workshop's folder back as it came.")
        }
        return ExerciseSolution.File(
          path: file.path, text: data.contains(0) ? nil : String(validating: data, as: UTF8.self))
      }
    }
    note(.solutionShown, of: id)
    return .shown(ExerciseSolution(exercise: id, spelling: spelling, files: shown))
  }

  /// Lays the solution, with the starter under it, over the exercise's folder; the files that were
  /// there are kept aside first, and a pixi.lock whose manifest is replaced.
  /// - Throws: `Diagnosis`; whatever happens, nothing a person wrote is lost.
  @discardableResult
  public func writeSolution(of id: String) async throws -> WorkspaceChange {
    let (exercise, _, files) = try await solutionFiles(of: id)
    let change = try await change(exercise, to: Self.sources(files), .stay)
    note(.solutionWritten(keptIn: change.keptIn), of: id)
    return change
  }

  /// The participant's files against the starter with the solution over it, sorted by path, those
  /// that are the same among them; files that only the participant has are left out.
  /// - Parameter includingLock: Whether pixi.lock is compared, too.
  /// - Throws: `Diagnosis` when there is no such exercise or it has no solution.
  public func difference(
    fromSolution id: String, includingLock: Bool = false
  ) async throws -> [FileDifference] {
    let (exercise, _, files) = try await solutionFiles(of: id)
    let folder = plainFolder(of: exercise)
    return await BlockingWork.run {
      files.filter { includingLock || $0.path != "pixi.lock" }.map { file in
        FileDifference(
          path: file.path, own: folder + "/" + file.path,
          solution: file.url.path(percentEncoded: false))
      }
    }
  }

  private static func sources(_ files: [SolutionFile]) -> [String: String] {
    Dictionary(
      files.map { ($0.path, $0.url.path(percentEncoded: false)) }, uniquingKeysWith: { $1 })
  }

  private func solutionFiles(
    of id: String
  ) async throws -> (Exercise, ManifestSpelling, [SolutionFile]) {
    let exercise = try exercise(id)
    guard !exercise.solutionFiles.isEmpty else {
      throw Diagnosis(
        says: "\(id) comes without a solution.",
        remedy: exercise.hints.isEmpty
          ? "Its page has the steps." : "Ask for a hint: atelier hint \(id)")
    }
    let (folder, pixi) = (plainFolder(of: exercise), await pixiVersion())
    let spelling = await BlockingWork.run { ManifestSpelling(usedIn: folder, pixi: pixi) }
    return (exercise, spelling, exercise.solutionFiles(for: spelling))
  }
}

extension ManifestSpelling {
  /// The spelling a participant's manifest has already, where the installed pixi reads it, or else
  /// the one that pixi is taught with.
  /// - Parameter folder: The exercise's folder.
  init(usedIn folder: String, pixi: PixiVersion?) {
    let manifest = try? PixiManifest(file: PixiManifest.place(in: folder))
    switch manifest {
    case .some(let manifest) where manifest.hasRichPlatforms:
      self = pixi?.passes(.richPlatforms) == false ? .systemRequirements : .platforms
    case .some(let manifest) where !manifest.cudaByFeature.isEmpty:
      self = .systemRequirements
    default:
      self.init(for: pixi)
    }
  }
}
