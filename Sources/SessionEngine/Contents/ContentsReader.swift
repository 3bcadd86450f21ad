import Foundation
import PixiWorkspace
import WorkshopModel

/// Finds where an exercise's environments are written down, and reads that. Runs no program.
public struct ContentsReader: Sendable {
  private let exercise: Exercise
  private let folder: String
  private let choice: ProviderChoice
  private let hasPixi: Bool

  /// - Parameters:
  ///   - folder: The absolute path of the participant's folder of the exercise.
  ///   - choice: With `auto` both kinds are looked for.
  ///   - hasPixi: Whether pixi makes the environments here: a pixi.lock then goes before what is
  ///     installed without it.
  public init(
    exercise: Exercise, folder: String, choice: ProviderChoice = .auto, hasPixi: Bool = true
  ) {
    self.exercise = exercise
    self.folder = folder
    self.choice = choice
    self.hasPixi = hasPixi
  }

  /// Blocks while it reads the file.
  /// - Throws: `Diagnosis` when nothing is written down, or it cannot be read.
  public func read() throws(Diagnosis) -> ExerciseContents {
    if choice == .auto, !hasPixi, let installed = fromPyPI { return installed }
    if choice != .venv, let own = try read(folder + "/pixi.lock", .lock) { return own }
    if choice != .pixi, let installed = fromPyPI { return installed }
    if choice != .venv {
      for name in ["solution", "solution-platforms"] {
        let file = exercise.folder.appending(path: "\(name)/pixi.lock").path(percentEncoded: false)
        if let solution = try read(file, .solution) { return solution }
      }
    }
    throw nothing
  }

  /// Nil when there is no such file.
  private func read(
    _ file: String, _ source: ExerciseContents.Source
  ) throws(Diagnosis) -> ExerciseContents? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let lock = PixiLock(file: file) else {
      throw Diagnosis(
        says: "\(file) cannot be read, or is larger than 64 MiB.",
        remedy: "Look at its rights, or remove it and run `pixi lock`.")
    }
    let environments = lock.environments.filter { !$0.selections.isEmpty }.map { environment in
      ExerciseContents.Environment(
        name: environment.name, file: file, platforms: lock.contents(of: environment.name))
    }
    guard !environments.isEmpty else {
      throw Diagnosis(
        says: "\(file) lists no environment: it is empty, cut short, or no lock file of pixi.",
        remedy: "Run `pixi lock` to write it anew.")
    }
    return ExerciseContents(
      exercise: exercise.id, source: source, environments: sorted(environments))
  }

  private func sorted(
    _ environments: [ExerciseContents.Environment]
  ) -> [ExerciseContents.Environment] {
    let declared = exercise.environments.compactMap { declared in
      environments.first { $0.name == declared.name }
    }
    let names = Set(declared.map(\.name))
    return declared + environments.filter { !names.contains($0.name) }
  }

  /// Nil when nothing was installed without pixi.
  private var fromPyPI: ExerciseContents? {
    let environments = exercise.environments.compactMap { declared in
      let paths = VenvPaths(environment: declared.name, exerciseFolder: folder)
      return VenvLock(file: paths.lock).map { lock in
        ExerciseContents.Environment(
          name: declared.name, file: paths.lock, platforms: [lock.contents(of: declared.name)])
      }
    }
    return environments.isEmpty
      ? nil : ExerciseContents(exercise: exercise.id, source: .venv, environments: environments)
  }

  private var nothing: Diagnosis {
    switch choice {
    case .venv:
      Diagnosis(
        says: "None of the environments of \(exercise.id) is installed without pixi.",
        remedy: "Install one with `atelier env install NAME --provider venv`.")
    case .pixi, .auto:
      Diagnosis(
        says: "There is no pixi.lock in \(folder), so what its environments will hold is not "
          + "decided yet.",
        remedy: "Run `pixi lock` there: it decides without installing anything.")
    }
  }
}
