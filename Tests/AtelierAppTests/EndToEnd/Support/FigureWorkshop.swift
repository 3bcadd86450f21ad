import Foundation
import SessionEngine
import TestSupport

/// A workshop of one exercise, whose program prints figures until a file lets it end.
struct FigureWorkshop {
  static let program = """
    import os, sys, time

    print("event=start framework=torch version=2.13.0 device=cuda epochs=1", flush=True)
    start = time.monotonic()
    step = 0
    while not os.path.exists("gate"):
        step += 1
        print(f"step={step} loss={step / 8} t={time.monotonic() - start:.3f}", flush=True)
        time.sleep(0.002)
    print("epoch=1 loss=0.5 accuracy=0.9 images_per_second=1000 elapsed=4.0 device=cuda", flush=True)
    os.remove("gate")
    """

  let sandbox: Sandbox
  /// The folder of the workshop, for `--exercises`.
  var folder: String { sandbox.directory.path + "workshop" }
  private var gate: String { sandbox.workspace + "/figures/gate" }

  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    let files = [
      "workshop.toml": """
      id = "figures"
      title = "Figures"
      event = "Tests"
      starts = "9:00"
      location = "Here"

      [[segment]]
      id = "figures"
      title = "Figures"
      kind = "exercise"
      offset = "0:00"
      minutes = 50
      exercises = ["figures"]
      """,
      "figures/exercise.toml": """
      title = "Figures"
      goal = "They are kept."
      main_file = "train.py"

      [[environment]]
      name = "gpu"
      title = "CUDA 12"
      cuda = "12"
      requirements = ["pip"]
      probe_module = "json"

      [[workload]]
      environment = "gpu"
      task = "train"
      arguments = ["train.py"]
      """,
      "figures/page.md": "# Figures\n",
      "figures/starter/train.py": Self.program + "\n",
      "figures/starter/pixi.toml": """
      [workspace]
      name = "figures"
      channels = ["conda-forge"]
      platforms = ["linux-64"]

      [feature.gpu.system-requirements]
      cuda = "12"

      [feature.gpu.tasks]
      train = "python train.py"

      [environments]
      gpu = ["gpu"]
      """,
    ]
    for (name, text) in files { try sandbox.directory.write(text, to: "workshop/" + name) }
  }

  var arguments: [String] {
    ["run", "figures", "--env", "gpu", "--json", "--exercises", folder]
  }

  /// Lets the program end.
  func openGate() throws { try Data().write(to: URL(filePath: gate)) }

  /// Reads what is kept, as another program; nil as long as there is nothing.
  func read<Value>(_ work: (any RunHistory) throws -> Value?) async -> Value? {
    let path = SessionDatabase.path(in: URL(filePath: sandbox.workspace))
    guard let database = try? await DatabaseOpener(path: path, now: Date()).openForReading() else {
      return nil
    }
    let value = try? work(database)
    await database.close()
    return value
  }

  /// The newest workload.
  func newest() async -> StoredRun? {
    await read { try $0.runs(RunFilter(onlyWorkloads: true, limit: 1)).first }
  }

  /// Runs it to its end, which comes when figures of so many seconds are kept.
  func run(seconds: Double) async throws -> CommandOutcome {
    let before = await newest()?.id
    async let outcome = sandbox.atelier(arguments)
    try await waitUntil("figures of \(seconds) s are kept", timeout: .seconds(60)) {
      guard let run = await newest(), run.id != before else { return false }
      let last = await read { try $0.points(of: run.id, series: "t", limit: nil).last?.seconds }
      return last.map { $0 >= seconds } ?? false
    }
    try openGate()
    return try await outcome
  }
}
