import Foundation
import PixiWorkspace
import SessionEngine
import WorkshopModel

/// Finds the exercise that environments named on the command line belong to. Runs no program.
struct ContentsFinder: Sendable {
  private let context: AppContext

  private let hasPixi: Bool

  init(context: AppContext) {
    self.context = context
    hasPixi = PixiLocator(environment: context.environment, home: context.home).find() != nil
  }

  /// What is written down of the environments' exercise.
  /// - Parameters:
  ///   - names: The environments that it must have.
  ///   - exercise: The one named, or nil for the only one that has them.
  /// - Throws: `CommandFailure` when it cannot be told which exercise is meant, or nothing is
  ///   written down.
  func contents(of names: [String], exercise: String?) throws -> ExerciseContents {
    if let exercise {
      guard let found = context.workshop.exercise(exercise) else {
        throw context.unknownExercise(exercise)
      }
      return try read(found)
    }
    let readable = context.workshop.exercises.compactMap { exercise in
      try? reader(exercise).read()
    }.filter { contents in names.allSatisfy { contents.environment($0) != nil } }
    // What a person has made goes before what came with the workshop.
    let own = readable.filter { $0.source != .solution }
    let candidates = own.isEmpty ? readable : own
    if candidates.count == 1 { return candidates[0] }
    if candidates.count > 1 { throw ambiguous(names, candidates.map(\.exercise)) }
    let declaring = context.workshop.exercises.filter { exercise in
      names.allSatisfy { exercise.environment($0) != nil }
    }
    if declaring.count == 1 { return try read(declaring[0]) }
    if declaring.count > 1 { throw ambiguous(names, declaring.map(\.id)) }
    throw unknown(names)
  }

  /// - Throws: `CommandFailure`
  func choice(
    of name: String, in contents: ExerciseContents, platform: String?
  ) throws -> ExerciseContents.Choice {
    do {
      return try contents.choice(of: name, platform: platform)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// A path as people write it, with `~` for home.
  func path(_ path: String) -> String {
    path.hasPrefix(context.home + "/") ? "~" + path.dropFirst(context.home.count) : path
  }

  private func read(_ exercise: Exercise) throws -> ExerciseContents {
    do {
      return try reader(exercise).read()
    } catch {
      throw CommandFailure(error)
    }
  }

  private func reader(_ exercise: Exercise) -> ContentsReader {
    ContentsReader(
      exercise: exercise, folder: "\(context.workspacePath)/\(exercise.id)",
      choice: context.providerChoice, hasPixi: hasPixi)
  }

  private func ambiguous(_ names: [String], _ exercises: [String]) -> CommandFailure {
    let words = names.joined(separator: " and ")
    return CommandFailure(
      Diagnosis(
        says: "\(words) \(names.count == 1 ? "is" : "are") in \(exercises.count) exercises: "
          + exercises.joined(separator: ", ") + ".",
        remedy: "Name one of them behind \(names.count == 1 ? "it" : "them")."),
      status: .usage)
  }

  private func unknown(_ names: [String]) -> CommandFailure {
    let known = context.workshop.exercises.map { exercise in
      "\(exercise.id) (\(exercise.environments.map(\.name).joined(separator: ", ")))"
    }
    let words =
      names.count == 1
      ? "No exercise has an environment `\(names[0])`."
      : "No exercise has both environments, \(names.joined(separator: " and "))."
    return CommandFailure(
      Diagnosis(says: words, remedy: "There are: \(known.joined(separator: "; "))."),
      status: .usage)
  }
}
