import PixiWorkspace
import SessionEngine
import TerminalCore
import TestSupport

/// A provider over the double, in a workspace whose environments have packages.
struct PixiRoom {
  static let manifest = """
    [workspace]
    name = "gpu-workflow"
    channels = ["conda-forge"]
    platforms = ["linux-64"]
    [dependencies]
    python = "3.12.*"
    [tasks.fit]
    cmd = "echo {{ epochs }} {{ out }}"
    depends-on = ["prepare"]
    args = [{ arg = "epochs", default = "3" }, { arg = "out", default = "a.json" }]
    [tasks]
    prepare = "true"
    [feature.cpu.dependencies]
    numpy = ">=2.1"
    [feature.cpu.pypi-dependencies]
    torchmetrics = ">=1.5"
    [feature.cpu.tasks]
    train = "python train.py --device cpu"
    [feature.gpu.system-requirements]
    cuda = "12"
    [feature.gpu.dependencies]
    pytorch-gpu = ">=2.7"
    [feature.gpu.tasks]
    train = "python train.py --device cuda"
    [environments]
    cpu = ["cpu"]
    gpu = ["gpu"]
    """

  let fixture: ExerciseFixture
  let size = Size(columns: 80, rows: 24)

  init(manifest: String = Self.manifest) throws {
    fixture = try ExerciseFixture(manifest: manifest)
  }

  func double(
    _ version: String = "0.77.0", failure: PixiDouble.Failure? = nil, cuda: String? = nil,
    wait: PixiDouble.Wait? = nil, hasGate: Bool = false, cache: String? = nil
  ) throws -> PixiDouble {
    try PixiDouble(
      in: fixture.directory, version: version, failure: failure, cuda: cuda, wait: wait,
      hasGate: hasGate, cache: cache)
  }

  func provider(_ double: PixiDouble) -> PixiProvider {
    PixiProvider(
      client: PixiClient(
        executable: double.executable,
        environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]))
  }

  /// Plans the install and runs its steps until one fails; gives the last one's result.
  @discardableResult
  func install(_ name: String, _ double: PixiDouble) async throws -> CommandResult? {
    let plan = try await provider(double).installPlan(
      for: name, of: fixture.exercise, in: fixture.folder, size: size)
    var result: CommandResult?
    for step in plan.steps {
      result = try await step.process.run()
      if result?.exitCode != 0 { break }
    }
    return result
  }

  func status(_ name: String, _ double: PixiDouble) async -> EnvironmentStatus? {
    await provider(double).environments(of: fixture.exercise, in: fixture.folder)
      .first { $0.name == name }
  }
}
