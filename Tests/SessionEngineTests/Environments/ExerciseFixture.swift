import Foundation
import TestSupport
import WorkshopModel

/// An exercise in a workspace of its own, as the session engine sees it.
struct ExerciseFixture {
  let directory: TemporaryDirectory
  let exercise: Exercise
  var folder: String { directory.url.appending(path: "workspace/exercise-3").path }

  static let manifest = """
    [workspace]
    name = "gpu-workflow"
    channels = ["conda-forge"]
    platforms = ["linux-64"]
    [feature.cpu.tasks]
    train = "python train.py --device cpu"
    [feature.gpu.system-requirements]
    cuda = "12"
    [feature.gpu.tasks]
    train = "python train.py --device cuda"
    [environments]
    cpu = ["cpu"]
    gpu = ["gpu"]
    """

  init(
    requirements: [String] = [], gpuRequirements: [String] = [], extraIndex: String? = nil,
    probeModule: String = "json", manifest: String? = Self.manifest
  ) throws {
    directory = try TemporaryDirectory()
    func declaration(_ name: String, cuda: String?) -> EnvironmentDeclaration {
      EnvironmentDeclaration(
        name: name, title: "The \(name) environment", cuda: cuda, requirements: requirements,
        gpuRequirements: gpuRequirements, extraIndex: extraIndex, probeModule: probeModule)
    }
    exercise = Exercise(
      id: "exercise-3", title: "JAX", goal: "Two frameworks side by side.",
      folder: directory.url, starterFiles: ["train.py"], mainFile: "train.py",
      environments: [
        declaration("cpu", cuda: nil), declaration("gpu", cuda: "12"),
        declaration("jax-cuda118", cuda: "11.8"),
      ],
      workloads: [
        Workload(environment: "cpu", task: "train", arguments: ["train.py", "--device", "cpu"]),
        Workload(environment: "gpu", task: "train", arguments: ["train.py", "--device", "auto"]),
      ])
    try directory.write("print('hello')\n", to: "workspace/exercise-3/train.py")
    if let manifest {
      try directory.write(manifest, to: "workspace/exercise-3/pixi.toml")
    }
  }

  /// A shell script that may be executed, below the fixture's `bin`.
  @discardableResult
  func program(_ name: String, _ script: String) throws -> String {
    let file = try directory.write("#!/bin/sh\n" + script + "\n", to: "bin/" + name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file.path
  }

  var programs: String { directory.url.appending(path: "bin").path }
}
