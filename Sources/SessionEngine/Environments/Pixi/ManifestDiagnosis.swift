import Foundation
import PixiWorkspace
import WorkshopModel

/// Says what a participant's manifest does not have yet, or why it cannot be read, with the way out.
///
/// Exercises begin with little: what is missing is the next step of the exercise, not a fault.
struct ManifestDiagnosis {
  let exercise: Exercise
  /// The manifest's absolute path.
  let manifest: String

  /// pixi.toml or pyproject.toml.
  private var file: String { URL(filePath: manifest).lastPathComponent }

  func noManifest() -> Diagnosis {
    Diagnosis(
      says:
        "There is no \(file) in \(URL(filePath: manifest).deletingLastPathComponent().path) yet.",
      remedy: hasHints
        ? "Make one with `pixi init`, as the exercise's page shows; \(hints)."
        : "Make one with `pixi init`, as the exercise's page shows.")
  }

  func undeclared(_ declaration: EnvironmentDeclaration, by version: PixiVersion) -> Diagnosis {
    Diagnosis(
      says: "\(file) does not declare the environment `\(declaration.name)` yet.",
      remedy: hasHints
        ? "Add it, as the exercise's page shows; \(hints)."
        : "Add it: " + Self.commands(for: declaration, version).joined(separator: ", then ") + ".")
  }

  func noTask(_ task: String, in environment: String) -> Diagnosis {
    Diagnosis(
      says: "\(file) declares no task `\(task)` for the environment `\(environment)` yet.",
      remedy: hasHints
        ? "Add it, as the exercise's page shows; \(hints)."
        : "Add it with `pixi task add`, or see the names with `pixi task list`.")
  }

  /// What pixi cannot read, with the place where our own reading finds the fault.
  /// - Parameter failure: What pixi said; nil when it is understood well enough as it is.
  func unreadable(_ failure: PixiFailure, _ reading: PixiManifestReading) -> Diagnosis? {
    guard failure.problem == nil || failure.problem?.kind == .manifestInvalid else { return nil }
    switch reading {
    case .unreadable(let error):
      let place = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
      return Diagnosis(
        says: "\(file)\(place): \(error.reason)",
        remedy: error.line == nil
          ? "Write it as the exercise's page shows\(hasHints ? "; \(hints)" : "")."
          : "Mend that line, and save the file.",
        details: failure.text)
    case .read(let manifest):
      guard
        let environment = manifest.environments.lazy.compactMap({ manifest.merged($0.name) })
          .first(where: { !$0.unknownFeatures.isEmpty }),
        let feature = environment.unknownFeatures.first
      else { return nil }
      let place = environment.place.map { ":\($0.line):\($0.column)" } ?? ""
      return Diagnosis(
        says: "\(file)\(place): the environment `\(environment.name)` names the feature "
          + "`\(feature)`, which is not declared.",
        remedy: "Declare it, such as with [feature.\(feature).dependencies], or take its name out.",
        details: failure.text)
    }
  }

  private var hasHints: Bool { !exercise.hints.isEmpty }
  private var hints: String { "`atelier hint \(exercise.id)` gives a hint" }

  private static func commands(
    for declaration: EnvironmentDeclaration, _ version: PixiVersion
  ) -> [String] {
    let name = declaration.name
    var commands: [String] = []
    if let cuda = declaration.cuda {
      let major = cuda.filter { $0 != "." }
      commands.append(
        version.passes(.richPlatforms)
          ? "`pixi workspace platform add linux-64-cuda\(major)=linux-64 --cuda \(cuda)`"
          : "`pixi workspace system-requirements add --feature \(name) cuda \(cuda)`")
      commands.append("`pixi add --feature \(name) \"cuda-version=\(cuda)\"`")
    }
    return commands + ["`pixi workspace environment add \(name) --feature \(name)`"]
  }
}
