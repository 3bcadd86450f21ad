import Foundation
import Glibc
import PixiWorkspace
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

@Suite struct CheckSubjectReaderTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func read() -> CheckSubject {
    CheckSubjectReader(CheckedProject.exercise([]), folder: directory.url).read()
  }

  private func unreadable() throws -> PixiManifestError {
    guard case .unreadable(let error) = read().manifest else {
      throw CocoaError(.fileReadUnknown)
    }
    return error
  }

  @Test func aFolderThatIsNotThereHasNothingAndGetsNothing() {
    let folder = directory.url.appending(path: "none")
    let subject = CheckSubjectReader(CheckedProject.exercise([]), folder: folder).read()
    guard case .missing = subject.manifest else {
      Issue.record("\(subject.manifest)")
      return
    }
    #expect(subject.lock == nil && subject.files.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)))
  }

  @Test(arguments: ["", " \n\t\n", "# only a comment\n"])
  func anEmptyManifestIsAsIfItWereNotThere(_ text: String) throws {
    try directory.write(text, to: "pixi.toml")
    guard case .missing = read().manifest else {
      Issue.record("\(read().manifest)")
      return
    }
  }

  @Test func whatIsNoTextIsUnreadableAndHoldsNothingUp() throws {
    let path = directory.path + "pixi.toml"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try unreadable().reason.contains("folder"))
    try FileManager.default.removeItem(atPath: path)
    mkfifo(path, 0o600)
    #expect(try unreadable().reason.contains("not a regular file"))
    try FileManager.default.removeItem(atPath: path)
    try Data("[workspace]\nname = \"".utf8 + [0xFF, 0xFE]).write(to: URL(filePath: path))
    #expect(try unreadable().line == 2)
    try directory.write(String(repeating: "# long\n", count: 300_000), to: "pixi.toml")
    #expect(try unreadable().reason.contains("larger"))
    try directory.write("[workspace]\nname = \u{0}", to: "pixi.toml")
    #expect(try unreadable().file == "pixi.toml")
  }

  @Test func aPyprojectIsReadWherePixiReadsIt() throws {
    try directory.write(
      """
      [project]
      name = "small"
      requires-python = ">=3.12"

      [tool.pixi.workspace]
      channels = ["conda-forge"]
      platforms = ["linux-64"]

      [tool.pixi.dependencies]
      numpy = "*"
      """, to: "pyproject.toml")
    let subject = read()
    #expect(subject.manifestFile == "pyproject.toml")
    var requirement = ManifestRequirement()
    requirement.packages = ["numpy"]
    #expect(CheckedProject.verdict(.manifest(requirement), subject).status == .met)
  }

  @Test func filesThatGoalsAskForAreFoundAndReadOnce() throws {
    try directory.write("a", to: "plots/deep/fit.png")
    try directory.write(".pixi\n", to: ".dockerignore")
    try directory.write("FROM scratch\n", to: "Dockerfile")
    try directory.write("a", to: ".pixi/envs/x.png")
    var ignore = FileRequirement(path: ".dockerignore")
    ignore.lines = [".pixi"]
    let exercise = CheckedProject.exercise([
      Goal(id: "a", says: "A.", requirement: .file(FileRequirement(path: "**/*.png"))),
      Goal(id: "b", says: "B.", requirement: .file(ignore)),
    ])
    let subject = CheckSubjectReader(exercise, folder: directory.url).read()
    #expect(subject.files.keys.sorted() == [".dockerignore", "plots/deep/fit.png"])
    #expect(subject.texts["Dockerfile"] == "FROM scratch\n")
    #expect(ExerciseChecker().verdict(on: exercise, subject).passed)
  }

  @Test(arguments: [
    ("loss.csv", "`atelier run exercise-2 --env gpu`"), ("train.py", "as the page describes"),
    ("other.csv", "as the page describes"),
  ])
  func aMissingFileThatARunMakesIsAskedForByThatRun(path: String, remedy: String) {
    let workload = Workload(
      environment: "gpu", task: "train", arguments: ["train.py", "--out", "loss.csv"])
    var exercise = Exercise(
      id: "exercise-2", title: "Two", goal: "It trains.", folder: URL(filePath: "/nonexistent"),
      starterFiles: [], mainFile: "pixi.toml", environments: [], workloads: [workload])
    exercise.goals = [Goal(id: "a", says: "A.", requirement: .file(FileRequirement(path: path)))]
    let subject = CheckSubjectReader(exercise, folder: directory.url).read()
    let goal = ExerciseChecker().verdict(on: exercise, subject).goals[0]
    #expect(goal.status == .open)
    #expect(goal.remedy?.contains(remedy) == true)
  }
}
