import Foundation
import PixiWorkspace
import SessionEngine
import WorkshopModel

/// A project with CUDA 12, in both spellings, and its lock, small enough to be read at a glance.
enum CheckedProject {
  static let systemRequirements = """
    [workspace]
    name = "small"
    channels = ["conda-forge"]
    platforms = ["linux-64", "osx-arm64"]

    [dependencies]
    python = "3.12.*"

    [feature.cpu.dependencies]
    pytorch-cpu = ">=2.7"

    [feature.gpu]
    platforms = ["linux-64"]

    [feature.gpu.system-requirements]
    cuda = "12"

    [feature.gpu.dependencies]
    cuda-version = "12.*"
    pytorch-gpu = ">=2.7"

    [feature.gpu.pypi-dependencies]
    torchmetrics = ">=1.5"

    [feature.gpu.tasks]
    train = "python train.py"

    [environments]
    cpu = ["cpu"]
    gpu = ["gpu"]

    """

  static let platforms =
    systemRequirements
    .replacing(
      "platforms = [\"linux-64\", \"osx-arm64\"]",
      with: "platforms = [\"linux-64\", \"osx-arm64\", "
        + "{ name = \"linux-64-cuda12\", platform = \"linux-64\", cuda = \"12\" }]"
    )
    .replacing("platforms = [\"linux-64\"]\n", with: "platforms = [\"linux-64-cuda12\"]\n")
    .replacing("[feature.gpu.system-requirements]\ncuda = \"12\"\n", with: "")
    .replacing(
      "[feature.cpu.dependencies]",
      with: "[feature.cpu]\nplatforms = [\"linux-64\", \"osx-arm64\"]\n\n[feature.cpu.dependencies]"
    )

  private static let packages = [
    "python-3.12.9-h1_0", "cuda-version-12.9-h2_0", "pytorch-2.7.1-cuda129_mkl_py312_h3_301",
    "pytorch-gpu-2.7.1-cuda129_h4_301", "numpy-2.3.1-py312_0",
  ]

  /// - Parameter isNew: Format 7 with platforms of its own; format 6 else.
  static func lock(isNew: Bool = false) -> String {
    func url(_ record: String, _ platform: String) -> String {
      "https://conda.anaconda.org/conda-forge/\(platform)/\(record).conda"
    }
    let plain = ["python-3.12.9-h1_0", "pytorch-2.7.1-cpu_h5_0", "pytorch-cpu-2.7.1-h6_0"]
    func environment(_ name: String, _ lists: [(String, [String])]) -> String {
      "  \(name):\n    channels:\n    - url: https://conda.anaconda.org/conda-forge/\n    packages:\n"
        + lists.map { platform, items in
          "      \(platform):\n" + items.map { "      - \($0)\n" }.joined()
        }.joined()
    }
    func both(_ records: [String]) -> [(String, [String])] {
      ["linux-64", "osx-arm64"].map { platform in
        (platform, records.map { "conda: \(url($0, platform))" })
      }
    }
    let wheel = "https://files.pythonhosted.org/packages/torchmetrics-1.9.0-py3-none-any.whl"
    let gpu = packages.map { "conda: \(url($0, "linux-64"))" } + ["pypi: \(wheel)"]
    // The workspace's own dependencies are solved for each of its platforms.
    let extra =
      isNew ? [("p1", ["conda: \(url("python-3.12.9-h1_0", "linux-64"))"])] : []
    let header =
      isNew
      ? "version: 7\nplatforms:\n- name: linux-64\n- name: osx-arm64\n- name: p1\n"
        + "  subdir: linux-64\n  virtual-packages:\n  - __cuda=12\n  - __glibc=2.28\n"
      : "version: 6\n"
    return header + "environments:\n" + environment("cpu", both(plain))
      + environment("default", both(["python-3.12.9-h1_0"]) + extra)
      + environment("gpu", [(isNew ? "p1" : "linux-64", gpu)]) + "packages:\n"
      + packages.map { "- conda: \(url($0, "linux-64"))\n  size: 100\n" }.joined()
      + "- pypi: \(wheel)\n  name: torchmetrics\n  version: 1.9.0\n"
  }

  static func exercise(
    _ goals: [Goal], environments: [EnvironmentDeclaration] = []
  ) -> Exercise {
    var exercise = Exercise(
      id: "exercise-2", title: "Two", goal: "It trains.", folder: URL(filePath: "/nonexistent"),
      starterFiles: [], mainFile: "pixi.toml", environments: environments,
      workloads: [Workload(environment: "gpu", task: "train", arguments: ["train.py"])])
    exercise.goals = goals
    return exercise
  }

  static func subject(
    _ manifest: String?, lock: String? = nil, runs: [StoredRun] = [],
    pixi: PixiVersion? = PixiVersion(0, 77), hasGPU: Bool = false, texts: [String: String] = [:],
    files: [CheckedFile] = [], figures: [RunID: [String]] = [:]
  ) -> CheckSubject {
    let state: CheckSubject.Manifest
    do {
      state = try manifest.map { .read(try PixiManifest(text: $0, file: "pixi.toml")) } ?? .missing
    } catch {
      state = .unreadable(
        error as? PixiManifestError
          ?? PixiManifestError(file: "pixi.toml", line: nil, reason: "\(error)"))
    }
    return CheckSubject(
      folder: URL(filePath: "/nonexistent"), manifestFile: "pixi.toml", manifest: state,
      lock: lock.map { PixiLock(text: $0) }, runs: runs, pixi: pixi, hasGPU: hasGPU, texts: texts,
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) }), figures: figures)
  }

  static func verdict(
    _ requirement: GoalRequirement, _ subject: CheckSubject, wrongWays: [WrongWay] = []
  ) -> GoalVerdict {
    let goal = Goal(
      id: "goal", says: "It is so.", requirement: requirement,
      wrongWays: wrongWays.map(\.rawValue))
    return ExerciseChecker().verdict(on: exercise([goal]), subject).goals[0]
  }

  static func run(
    _ number: Int, purpose: RunPurpose = .workload, environment: String = "gpu",
    commandLine: String = "pixi run train", ending: StoredRun.Ending = .exited(0),
    wasStopped: Bool = false, facts: [String: String] = [:]
  ) -> StoredRun {
    StoredRun(
      id: RunID(number), exercise: "exercise-2", environment: environment, provider: "pixi",
      purpose: purpose, title: "train", commandLine: commandLine, workingDirectory: "/",
      startedAt: Date(timeIntervalSince1970: 0), ending: ending, wasStopped: wasStopped,
      facts: facts)
  }
}
