import Foundation

extension WorkshopLoader {
  /// The exercises that segments name, each once, in the order in which the outline comes to them.
  func exercises(in root: TOMLSection, folder: URL) throws(WorkshopError) -> [Exercise] {
    var exercises: [Exercise] = []
    for section in try root.sections("segment") {
      for id in try section.strings("exercises") where !exercises.contains(where: { $0.id == id }) {
        exercises.append(try exercise(id, in: folder, named: section, beside: exercises))
      }
    }
    return exercises
  }

  private func exercise(
    _ id: String, in folder: URL, named section: TOMLSection, beside others: [Exercise]
  ) throws(WorkshopError) -> Exercise {
    guard Identifier.isValid(id) else {
      throw section.error(
        "exercises", "`\(id)` cannot be the name of an exercise's folder.", Identifier.remedy)
    }
    let place = folder.appending(path: id, directoryHint: .isDirectory)
    let path = folder.appending(path: id, directoryHint: .notDirectory).path(percentEncoded: false)
    guard FileKind(of: path)?.isDirectory == true else {
      throw section.error(
        "exercises", "There is no folder `\(id)` beside workshop.toml.",
        "Make it with exercise.toml, page.md and starter/ in it, or take it off the list.")
    }
    return try read(id, at: place, beside: others)
  }

  private func read(
    _ id: String, at folder: URL, beside others: [Exercise]
  ) throws(WorkshopError) -> Exercise {
    let root = try document(of: folder).root
    try root.allow(only: [
      "title", "aim", "goal", "main_file", "environment", "workload", "metric", "hint", "pitfall",
    ])
    let files = try ExerciseFolder("starter", of: folder).paths()
    let mainFile = try root.string("main_file")
    guard files.contains(mainFile) else {
      throw root.error(
        "main_file", "`\(mainFile)` is not among the starter files.",
        "Write one of: \(files.joined(separator: ", ")).")
    }
    let page = folder.appending(path: "page.md").path(percentEncoded: false)
    guard FileKind(of: page)?.isRegular == true else {
      throw WorkshopError(
        file: page, what: "The exercise's page is not there, or is not a plain file.",
        remedy: "Write page.md: why, the goal, the steps and the commands.")
    }
    let environments = try environments(in: root, beside: others)
    var exercise = Exercise(
      id: id, title: try root.string("title"), goal: try aim(in: root), folder: folder,
      starterFiles: files, mainFile: mainFile, environments: environments,
      workloads: try workloads(in: root, environments: environments))
    exercise.goals = try goals(in: root)
    exercise.hints = try hints(in: root, for: exercise.goals)
    exercise.pitfalls = try pitfalls(in: root)
    try readSolution(of: &exercise)
    return exercise
  }

  private func document(of folder: URL) throws(WorkshopError) -> TOMLDocument {
    do throws(WorkshopError) {
      return try TOMLDocument(
        folder.appending(path: "exercise.toml"),
        missing: "Write it with title, aim, main_file, [[environment]] and [[workload]].")
    } catch {
      guard error.what.contains("redefine"), error.what.contains("'goal'") else { throw error }
      throw WorkshopError(
        file: error.file, line: error.line, column: error.column, key: "goal",
        what: "The key `goal` holds a sentence, and [[goal]] has the same name.",
        remedy: "Write the sentence as: aim = \"...\"")
    }
  }

  /// The exercise's sentence; as `goal`, which it was called first, where there is no `[[goal]]`.
  private func aim(in root: TOMLSection) throws(WorkshopError) -> String {
    if root.values["aim"] == nil, case .string = root.values["goal"] {
      return try root.string("goal")
    }
    return try root.string("aim")
  }

  private func readSolution(of exercise: inout Exercise) throws(WorkshopError) {
    let solution = ExerciseFolder("solution", of: exercise.folder)
    let platforms = ExerciseFolder("solution-platforms", of: exercise.folder)
    if solution.exists { exercise.solutionFiles = try solution.paths() }
    guard platforms.exists else { return }
    guard solution.exists else {
      throw WorkshopError(
        file: platforms.path, what: "There is no folder `solution` that this one could change.",
        remedy: "Make `solution`, and keep here only the files that differ from it.")
    }
    exercise.platformsSolutionFiles = try platforms.paths()
  }
}
