import Foundation
import GPUMetrics
import PixiWorkspace
import WorkshopModel

/// Reads what a receipt tells from the exercise's folder and the database; blocks.
struct ReceiptGatherer: Sendable {
  /// At most so many runs are listed, the newest.
  static let mostRuns = 20
  /// Packages that decide how a training computes, in the order in which they are told.
  static let packages = [
    "python", "numpy", "scipy", "pytorch", "pytorch-gpu", "torch", "jax", "jaxlib",
    "cuda-version", "cudatoolkit", "cudnn",
  ]

  let exercise: Exercise
  /// The exercise's folder, absolute.
  let folder: String
  let workspace: String
  let provider: ProviderDescription
  /// What is installed, by environments, where no lock tells.
  let installed: [String: [StoredPackage]]
  let gpu: GPUReport
  let history: (any RunHistory)?
  /// Why there is no history.
  let missingHistory: String
  let time: Date

  func gather(verdict: ReceiptFacts.Known<ExerciseVerdict>) -> ReceiptFacts {
    let manifest = PixiManifest.place(in: folder)
    let lock = PixiLock(file: folder + "/pixi.lock")
    let all = runs()
    var listed = all
    var earlier = 0
    if case .known(let runs) = all {
      listed = .known(runs.suffix(Self.mostRuns))
      earlier = runs.count - min(runs.count, Self.mostRuns)
    }
    return ReceiptFacts(
      exercise: exercise, time: time, verdict: verdict, provider: provider,
      platform: Self.platform,
      files: [file(manifest), file(folder + "/pixi.lock")],
      environments: exercise.environments.map { environment($0.name, lock, manifest) },
      gpu: gpu, runs: listed, earlierRuns: earlier, commands: commands())
  }

  /// The conda platform of this program.
  static var platform: String {
    #if arch(arm64)
      "linux-aarch64"
    #else
      "linux-64"
    #endif
  }

  private func file(_ path: String) -> ReceiptFacts.File {
    let name = String(path.dropFirst(folder.count + 1))
    guard let facts = FileFacts(path) else {
      return ReceiptFacts.File(path: name, sha256: .unknown("it is not there"))
    }
    guard facts.kind == .file, let data = FileManager.default.contents(atPath: path) else {
      return ReceiptFacts.File(path: name, sha256: .unknown("it cannot be read"))
    }
    return ReceiptFacts.File(path: name, sha256: .known(SHA256.hexadecimal(of: Array(data))))
  }

  // MARK: Environments

  private func environment(
    _ name: String, _ lock: PixiLock?, _ manifest: String
  ) -> ReceiptFacts.Environment {
    if provider.kind != .pixi {
      let packages = installed[name] ?? []
      return ReceiptFacts.Environment(
        name: name, source: "what is installed",
        packages: packages.isEmpty
          ? .unknown("it is not installed") : .known(chosen(packages, asked: [])))
    }
    guard let lock else {
      return ReceiptFacts.Environment(
        name: name, source: "pixi.lock", packages: .unknown("there is no pixi.lock"))
    }
    let cuda = gpu.cuda.map { ["__cuda=\($0)=0"] } ?? []
    let found = lock.selection(
      of: name, subdirectory: Self.platform, virtualPackages: cuda)
    guard let found else {
      return ReceiptFacts.Environment(
        name: name, source: "pixi.lock",
        packages: .unknown("pixi.lock does not have it for \(Self.platform)"))
    }
    let packages = found.packages.map {
      StoredPackage(
        name: $0.name, version: $0.version ?? "n/a (built from source)", build: $0.build,
        kind: $0.kind.rawValue)
    }
    let asked = (try? PixiManifest(file: manifest))?.features.values.flatMap(\.dependencies)
    return ReceiptFacts.Environment(
      name: name, source: "pixi.lock, platform \(found.platform.subdirectory)",
      packages: .known(chosen(packages, asked: Set((asked ?? []).map(\.name)))))
  }

  /// Those that matter everywhere first, then those the manifest asks for itself.
  private func chosen(_ packages: [StoredPackage], asked: Set<String>) -> [StoredPackage] {
    func rank(_ name: String) -> Int {
      Self.packages.firstIndex(of: name) ?? Self.packages.count
    }
    return packages.filter { Self.packages.contains($0.name) || asked.contains($0.name) }
      .sorted { (rank($0.name), $0.name, $0.kind) < (rank($1.name), $1.name, $1.kind) }
  }

  // MARK: Runs

  private func runs() -> ReceiptFacts.Known<[ReceiptFacts.Run]> {
    guard let history else { return .unknown(missingHistory) }
    do {
      let runs = try history.runs(RunFilter(exercise: exercise.id, onlyWorkloads: true))
      return .known(
        try runs.sorted { $0.id < $1.id }.map {
          ReceiptFacts.Run(
            run: $0, figures: try history.summaries(of: $0.id),
            gpus: try history.gpuUses(of: $0.id))
        })
    } catch {
      return .unknown("the database of runs cannot be read")
    }
  }

  /// Each command once: installs first, then runs that ended well; what an install is by, where none
  /// was kept.
  private func commands() -> [String] {
    let kept = (try? history?.runs(RunFilter(exercise: exercise.id))) ?? []
    let ended = kept.filter { $0.ending == .exited(0) && $0.provider == provider.kind.rawValue }
      .sorted { $0.id < $1.id }
    let workloads = ended.filter { run in
      if case .install = run.purpose { false } else { true }
    }
    let used = Set(workloads.map(\.environment))
    var commands: [String] = []
    func add(_ command: String) {
      let plain = MachineNames(folder: folder, workspace: workspace).command(command)
      if !commands.contains(plain) { commands.append(plain) }
    }
    for environment in exercise.environments.map(\.name) where used.contains(environment) {
      let installs = ended.filter { run in
        if case .install = run.purpose { run.environment == environment } else { false }
      }
      installs.forEach { add($0.commandLine) }
      if installs.isEmpty, provider.kind == .pixi {
        add("pixi install --locked -e \(environment)")
      }
    }
    workloads.forEach { add($0.commandLine) }
    return commands
  }
}
