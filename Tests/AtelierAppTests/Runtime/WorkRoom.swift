import Foundation
import TestSupport
import WorkshopModel

@testable import AtelierApp

/// A workshop of one exercise with a participant's folder, both in a temporary place.
struct WorkRoom {
  let directory: TemporaryDirectory
  let workshop: Workshop
  let files: WorkbenchFiles

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("Read me first.\n", to: "exercises/exercise-1/page.md")
    try directory.write("print(1)\n", to: "exercises/exercise-1/starter/train.py")
    try directory.write("text\n", to: "exercises/exercise-1/starter/a.txt")
    let exercise = Exercise(
      id: "exercise-1", title: "One", goal: "It runs.",
      folder: directory.url.appending(path: "exercises/exercise-1"),
      starterFiles: ["a.txt", "train.py"], mainFile: "train.py",
      environments: [
        EnvironmentDeclaration(
          name: "default", title: "Default", cuda: nil, requirements: [], gpuRequirements: [],
          extraIndex: nil, probeModule: "json")
      ],
      workloads: [Workload(environment: "default", task: "train", arguments: ["train.py"])])
    workshop = Workshop(
      id: "test", title: "Test Workshop", event: "Tests", location: nil,
      starts: TimeOfDay(minutes: 540),
      segments: [
        Segment(
          id: "one", title: "Part One", kind: .tutorial, offsetMinutes: 0, minutes: 30,
          exercises: ["exercise-1"])
      ], corrections: [], exercises: [exercise])
    files = Self.files(workshop, directory)
  }

  private static func files(
    _ workshop: Workshop, _ directory: TemporaryDirectory, isReadOnly: Bool = false
  ) -> WorkbenchFiles {
    WorkbenchFiles(
      workshop: workshop,
      workspace: WorkspaceFolder(directory.url.appending(path: "workspace")), store: FileStore(),
      recovery: RecoveryStore(folder: directory.path + "/recovery"),
      isReadOnly: isReadOnly, now: { Date(timeIntervalSince1970: 1_750_000_000) })
  }

  /// The same folders as the next start of the program finds them.
  func anotherStart() -> WorkbenchFiles { Self.files(workshop, directory) }

  /// A console that has the workspace beside another one.
  func besideAnother() -> WorkbenchFiles { Self.files(workshop, directory, isReadOnly: true) }

  var file: URL { directory.url.appending(path: "workspace/exercise-1/train.py") }

  var text: String {
    get throws { try String(contentsOf: file, encoding: .utf8) }
  }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: file)
  }

  func remove() throws {
    try FileManager.default.removeItem(at: file)
  }
}
