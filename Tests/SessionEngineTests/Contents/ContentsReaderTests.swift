import Foundation
import PixiWorkspace
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

@Suite struct ContentsReaderTests {
  private let folder: TemporaryDirectory
  private let exercise: Exercise

  init() throws {
    folder = try TemporaryDirectory()
    exercise = Exercise(
      id: "exercise-3", title: "Three", goal: "It runs.",
      folder: folder.url.appending(path: "course/exercise-3"), starterFiles: [],
      mainFile: "train.py",
      environments: ["jax-cuda118", "gpu"].map { name in
        EnvironmentDeclaration(
          name: name, title: name, cuda: "12", requirements: ["torch"],
          gpuRequirements: ["torch"], extraIndex: nil, probeModule: "torch")
      }, workloads: [])
  }

  private func reader(
    _ choice: ProviderChoice = .auto, hasPixi: Bool = true
  ) -> ContentsReader {
    ContentsReader(
      exercise: exercise, folder: folder.path + "workspace/exercise-3", choice: choice,
      hasPixi: hasPixi)
  }

  private func writeLock(_ place: String = "workspace/exercise-3", _ format: String = "six") throws
  {
    try folder.write(
      FixtureFile.text("contents/\(format)/pixi.lock"), to: "\(place)/pixi.lock")
  }

  private func writePyPI() throws {
    try folder.write(
      """
      # python: 3.11
      # machine: x86_64
      # requirement: torch
      nvidia-cuda-runtime-cu12==12.8.90 \\
          --hash=sha256:aa
      torch==2.8.0 \\
          --hash=sha256:bb
      """, to: "workspace/.atelier/locks/gpu/requirements.lock.txt")
  }

  @Test func onesOwnLockComesFirstWithTheDeclaredEnvironmentsInTheirOrder() throws {
    try writeLock()
    try writeLock("course/exercise-3/solution")
    try writePyPI()
    let contents = try reader().read()
    #expect(contents.source == .lock)
    #expect(contents.environments.map(\.name) == ["jax-cuda118", "gpu", "cpu", "wrong-jax"])
    #expect(contents.environment("gpu")?.file == folder.path + "workspace/exercise-3/pixi.lock")
  }

  @Test func theSolutionsIsShownWhereThereIsNoneAndSaidToBeIt() throws {
    try writeLock("course/exercise-3/solution-platforms", "seven")
    let contents = try reader().read()
    #expect(contents.source == .solution)
    #expect(contents.sourceWords.contains("solution"))
    let choice = try contents.choice(of: "gpu", machine: "linux-64")
    #expect(choice.contents.platformWords == "p1 (linux-64, __cuda=12)")
  }

  @Test func withoutPixiWhatIsInstalledFromPyPIComesFirst() throws {
    try writePyPI()
    let contents = try reader().read()
    #expect(contents.source == .venv && contents.environments.map(\.name) == ["gpu"])
    let gpu = try contents.choice(of: "gpu", machine: "linux-64").contents
    #expect(gpu.build == .cuda("12.8") && gpu.python == "3.11")
    #expect(gpu.packages.map(\.channel) == ["PyPI", "PyPI"])
    #expect(gpu.download.unknownPackages == 2 && ContentsWords(gpu).download == nil)
    try writeLock()
    #expect(try reader(hasPixi: false).read().source == .venv)
    #expect(try reader(.pixi, hasPixi: false).read().source == .lock)
    #expect(try reader().read().source == .lock)
    #expect(try reader(.venv).read().source == .venv)
    let missing = #expect(throws: Diagnosis.self) {
      try reader(.venv).read().choice(of: "jax-cuda118")
    }
    #expect(missing?.remedy.contains("atelier env install jax-cuda118") == true)
  }

  @Test func withNothingWrittenDownTheRemedyIsToLock() throws {
    let nothing = #expect(throws: Diagnosis.self) { try reader().read() }
    #expect(nothing?.says.contains("no pixi.lock in \(folder.path)workspace/exercise-3") == true)
    #expect(nothing?.remedy.contains("pixi lock") == true)
    let venv = #expect(throws: Diagnosis.self) { try reader(.venv).read() }
    #expect(venv?.remedy.contains("--provider venv") == true)
  }

  @Test(arguments: ["", "version: 6\n", "\u{0}\u{1}garbage", "<<<<<<< HEAD\n"])
  func aLockThatListsNothingIsSaidToBeBroken(text: String) throws {
    try folder.write(text, to: "workspace/exercise-3/pixi.lock")
    try writeLock("course/exercise-3/solution")
    let broken = #expect(throws: Diagnosis.self) { try reader().read() }
    #expect(broken?.says.contains("lists no environment") == true)
    #expect(broken?.remedy.contains("pixi lock") == true)
  }

  @Test func thePlatformIsTheMachinesOrTheFirstWithAWord() throws {
    try writeLock()
    let contents = try reader().read()
    let fitting = try contents.choice(of: "cpu", machine: "linux-64")
    #expect(fitting.contents.platform == "linux-64" && fitting.notes.isEmpty)
    let named = try contents.choice(of: "cpu", platform: "osx-arm64", machine: "linux-64")
    #expect(named.contents.platform == "osx-arm64" && named.notes.isEmpty)
    let other = try contents.choice(of: "gpu", machine: "linux-aarch64")
    #expect(other.contents.platform == "linux-64")
    #expect(other.notes.first?.contains("not solved for linux-aarch64") == true)
    let wrong = #expect(throws: Diagnosis.self) {
      try contents.choice(of: "gpu", platform: "win-64", machine: "linux-64")
    }
    #expect(wrong?.remedy == "It is solved for: linux-64.")
    let unknown = #expect(throws: Diagnosis.self) { try contents.choice(of: "tpu") }
    #expect(unknown?.remedy.contains("jax-cuda118, gpu, cpu, wrong-jax") == true)
  }

  @Test func amongPlatformsOfOneKindTheOneWithCUDAIsShown() throws {
    let channel = "https://conda.anaconda.org/conda-forge/linux-64"
    try folder.write(
      """
      version: 7
      platforms:
      - name: linux-64
      - name: p1
        subdir: linux-64
        virtual-packages:
        - __cuda=12
      environments:
        gpu:
          packages:
            linux-64:
            - conda: \(channel)/pytorch-2.10.0-cpu_mkl_py312h0_104.conda
            p1:
            - conda: \(channel)/pytorch-2.10.0-cuda129_mkl_py312h0_304.conda
      packages: []
      """, to: "workspace/exercise-3/pixi.lock")
    let contents = try reader().read()
    let choice = try contents.choice(of: "gpu", machine: "linux-64")
    #expect(choice.contents.build == .cuda("12.9"))
    #expect(choice.notes.first?.contains("also solved for linux-64") == true)
    let bare = try contents.choice(of: "gpu", platform: "linux-64")
    #expect(bare.contents.build == .cpu)
  }
}
