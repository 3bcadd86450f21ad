import Foundation
import Glibc
import TestSupport
import Testing
import WorkshopModel

@Suite struct ExerciseWorkspaceTests {
  private let directory: TemporaryDirectory
  private let workshop: Workshop
  private let exercise: Exercise

  init() throws {
    directory = try TemporaryDirectory("workspace")
    workshop = try WorkshopLoader().load(from: Folders.fixture("good"))
    exercise = try #require(workshop.exercise("first"))
  }

  private func workspace(_ name: String = "mine") -> ExerciseWorkspace {
    WorkspaceFolder(directory.url.appending(path: name)).exercise(exercise)
  }

  @Test func copiesTheStarterFilesOnce() throws {
    let workspace = workspace()
    let first = workspace.prepare()
    #expect(first.created == [".dockerignore", "data/points.csv", "train.py"])
    #expect(first.failures.isEmpty)
    #expect(workspace.files().map(\.path) == first.created)
    let second = workspace.prepare()
    #expect(second.created.isEmpty)
    #expect(second.kept == first.created)
  }

  @Test func leavesWhatExistsAlone() throws {
    let mine = try directory.write("my own work\n", to: "mine/first/train.py")
    try FileManager.default.createSymbolicLink(
      at: directory.url.appending(path: "mine/first/.dockerignore"),
      withDestinationURL: directory.url.appending(path: "elsewhere"))
    let report = workspace().prepare()
    #expect(report.created == ["data/points.csv"])
    #expect(report.kept == [".dockerignore", "train.py"])
    #expect(try String(contentsOf: mine, encoding: .utf8) == "my own work\n")
    #expect(!FileManager.default.fileExists(atPath: directory.path + "/elsewhere"))
  }

  @Test func aFileInTheWayOfOneFolderLeavesTheOthersStanding() throws {
    try directory.write("not a folder", to: "mine/first/data")
    let report = workspace().prepare()
    #expect(report.created == [".dockerignore", "train.py"])
    let failure = try #require(report.failures.first)
    #expect(report.failures.count == 1)
    #expect(failure.path.hasSuffix("mine/first/data"))
    #expect(failure.what.contains("Not a directory"))
  }

  @Test func saysWhereItMayNotWriteAndWhatToDo() throws {
    // The file system of processes takes no folders, not even root's.
    let workspace = WorkspaceFolder(URL(filePath: "/proc/atelier")).exercise(exercise)
    let report = workspace.prepare()
    let failure = try #require(report.failures.first)
    #expect(report.created.isEmpty && report.failures.count == 1)
    #expect(failure.path == "/proc/atelier")
    #expect(failure.remedy.contains("--workspace DIR"))
    #expect(workspace.files().isEmpty)
  }

  @Test func listsWhatAnEditorOpensAndFlagsTheRest() throws {
    for path in [
      ".pixi/envs/gpu/lib.py", ".git/config", "sub/__pycache__/a.pyc", "sub/b.py", "a.py",
    ] {
      try directory.write("x\n", to: "mine/first/\(path)")
    }
    let folder = directory.url.appending(path: "mine/first")
    try Data([0x66, 0, 0x67]).write(to: folder.appending(path: "zero.bin"))
    try Data([0xff, 0xfe]).write(to: folder.appending(path: "latin.txt"))
    try Data(count: 3 << 20).write(to: folder.appending(path: "big.dat"))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "link.py"), withDestinationURL: folder.appending(path: "a.py"))
    #expect(mkfifo(folder.appending(path: "pipe").path(percentEncoded: false), 0o600) == 0)
    #expect(
      workspace().files() == [
        WorkspaceFile(path: "a.py", content: .text),
        WorkspaceFile(path: "big.dat", content: .large(bytes: 3 << 20)),
        WorkspaceFile(path: "latin.txt", content: .binary),
        WorkspaceFile(path: "sub/b.py", content: .text),
        WorkspaceFile(path: "zero.bin", content: .binary),
      ])
  }

  @Test func isUnderTheHomeFolderByDefault() throws {
    let folder = try WorkspaceFolder(for: workshop, environment: ["HOME": "/home/ada"])
    #expect(folder.url.path(percentEncoded: false).hasPrefix("/home/ada/atelier/small"))
    let error = try #require(throws: WorkspaceFailure.self) {
      try WorkspaceFolder(for: workshop, environment: [:])
    }
    #expect(error.remedy.contains("--workspace DIR"))
  }
}
