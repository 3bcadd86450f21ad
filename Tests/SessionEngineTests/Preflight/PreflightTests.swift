import GPUMetrics
import PixiWorkspace
import Testing

@testable import SessionEngine

@Suite struct PreflightTests {
  private func device(
    _ capability: String? = "9.0", used: UInt64 = 2, name: String = "NVIDIA H100"
  ) -> GPUDevice {
    var device = GPUDevice(index: 0)
    device.name = name
    device.computeCapability = capability.flatMap { CUDAComputeCapability($0) }
    device.memoryTotalBytes = 80 << 30
    device.memoryUsedBytes = used << 30
    return device
  }

  private func report(cuda: String? = "13.0", _ device: GPUDevice? = nil) -> GPUReport {
    GPUReport(
      source: .nvml, driver: "580.82.07", cuda: cuda, devices: [device ?? self.device()])
  }

  private let torch = PreflightFacts.Lane(
    environment: "gpu", state: .installed, declaredCUDA: "12", build: .cuda(CUDAVersion(12, 9)),
    lock: .present, usesJAX: false)
  private let jax = PreflightFacts.Lane(
    environment: "jax-cuda118", state: .installed, declaredCUDA: "11.8",
    build: .cuda(CUDAVersion(11, 8)), lock: .present, usesJAX: true,
    variables: ["XLA_PYTHON_CLIENT_PREALLOCATE": "false"])

  private func finding(
    _ check: String, _ environment: String? = nil, in facts: PreflightFacts
  ) -> PreflightFinding? {
    Preflight.findings(for: facts).first {
      $0.check == check && (environment == nil || $0.environment == environment)
    }
  }

  @Test func theWorkshopsDuelOnAHopperIsWellButForTheSharing() {
    let findings = Preflight.findings(
      for: PreflightFacts(lanes: [torch, jax], gpu: report()))
    #expect(findings.filter { $0.severity > .fine }.map(\.check) == ["sharing"])
    #expect(findings.first?.says.contains("their speeds influence each other") == true)
    #expect(findings.first?.severity == .warning)
  }

  @Test(
    arguments: [.outdated("numpy is missing"), .broken("bin/python is gone")]
      as [EnvironmentStatus.State])
  func whatIsBroughtUpToDateIsSaidInSentences(state: EnvironmentStatus.State) {
    var lane = torch
    lane.state = state
    let found = finding("environment", in: PreflightFacts(lanes: [lane], gpu: report()))
    #expect(found?.says.hasSuffix(".") == true)
  }

  // MARK: Driver

  @Test(
    arguments: [
      ("13.0", "11.8", .fine), ("12.4", "11.8", .fine), ("11.8", "11.8", .fine),
      ("11.4", "11.8", .warning), ("11.8", "12.9", .blocking), ("12.4", "12.9", .warning),
      ("12.9", "12.9", .fine), (nil, "12.9", .unknown),
    ] as [(String?, String, PreflightFinding.Severity)])
  func aDriverRunsWhatIsNotNewerThanItself(
    driver: String?, build: String, severity: PreflightFinding.Severity
  ) throws {
    var lane = torch
    lane.build = .cuda(try #require(CUDAVersion(build)))
    let found = finding("driver", in: PreflightFacts(lanes: [lane], gpu: report(cuda: driver)))
    #expect(found?.severity == severity)
    #expect((found?.remedy == nil) == (severity < .warning))
  }

  // MARK: Architecture

  @Test(
    arguments: [
      ("9.0", "11.8", .fine), ("10.0", "11.8", .warning), ("12.0", "12.6", .warning),
      ("12.0", "12.8", .fine), ("3.7", "11.8", .fine), ("3.7", "12.0", .blocking),
      ("7.0", "13.0", .blocking), ("8.9", "11.7", .warning), (nil, "11.8", .unknown),
      ("9.0", "10.2", .unknown),
    ] as [(String?, String, PreflightFinding.Severity)])
  func aBuildCoversTheGPUsOfItsTime(
    capability: String?, build: String, severity: PreflightFinding.Severity
  ) throws {
    var lane = torch
    lane.build = .cuda(try #require(CUDAVersion(build)))
    let found = finding(
      "architecture", in: PreflightFacts(lanes: [lane], gpu: report(device(capability))))
    #expect(found?.severity == severity)
  }

  @Test func cuda118EndsAtHopperAndBlackwellIsNamed() {
    let found = finding(
      "architecture",
      in: PreflightFacts(lanes: [jax], gpu: report(device("10.0", name: "NVIDIA B200"))))
    #expect(
      found?.says == "CUDA 11.8 ends at compute capability 9.0 and does not cover NVIDIA B200 "
        + "(compute capability 10.0, Blackwell): it will fail or be slow to start.")
  }

  @Test func whatADeclared12IsOnABlackwellIsKnownOnlyOnceItIsLocked() {
    var lane = torch
    lane.build = .unknown
    let facts = PreflightFacts(lanes: [lane], gpu: report(device("12.0")))
    #expect(finding("architecture", in: facts)?.severity == .unknown)
  }

  // MARK: Memory

  @Test func memoryThatIsNotDeclaredIsNotInvented() {
    let found = finding("gpu-memory", in: PreflightFacts(lanes: [torch], gpu: report()))
    #expect(
      found?.says == "NVIDIA H100 has 78.00 GiB of 80.00 GiB free; how much the runs need is not "
        + "declared.")
    #expect(found?.severity == .fine)
    let full = report(device(used: 70))
    #expect(
      finding("gpu-memory", in: PreflightFacts(lanes: [torch], gpu: full))?.severity == .warning)
  }

  @Test func declaredMemoryIsHeldAgainstWhatIsFree() {
    var lanes = [torch, jax]
    for index in lanes.indices { lanes[index].neededGPUMemoryBytes = 45 << 30 }
    var facts = PreflightFacts(lanes: lanes, gpu: report())
    #expect(finding("gpu-memory", in: facts)?.severity == .blocking)
    facts.runsTogether = false
    #expect(finding("gpu-memory", in: facts)?.severity == .fine)
  }

  @Test(
    arguments: [
      ([:], .warning), (["XLA_PYTHON_CLIENT_PREALLOCATE": "true"], .warning),
      (["XLA_PYTHON_CLIENT_PREALLOCATE": "false"], .fine),
      (["XLA_PYTHON_CLIENT_MEM_FRACTION": ".40"], .fine),
      (["XLA_PYTHON_CLIENT_MEM_FRACTION": ".90"], .warning),
    ] as [([String: String], PreflightFinding.Severity)])
  func jaxMustLeaveMemoryToTheRunBesideIt(
    variables: [String: String], severity: PreflightFinding.Severity
  ) {
    var lane = jax
    lane.variables = variables
    let found = finding("preallocation", in: PreflightFacts(lanes: [torch, lane], gpu: report()))
    #expect(found?.severity == severity)
    #expect(found?.environment == "jax-cuda118")
    // Alone it may take what it likes.
    #expect(finding("preallocation", in: PreflightFacts(lanes: [lane], gpu: report())) == nil)
  }

  @Test func aRunThatIsAlreadyThereSharesTheGPUToo() {
    let facts = PreflightFacts(lanes: [torch], gpu: report(), runsAlive: 1)
    #expect(finding("sharing", in: facts)?.says.hasPrefix("2 runs share one GPU") == true)
  }

  // MARK: Environment, lock and disk

  @Test func aCPUBuildWhereCUDAWasWantedIsSaid() {
    var lane = jax
    lane.build = .cpu(package: "jaxlib 0.4.26 cpu_py312h1")
    let facts = PreflightFacts(lanes: [lane], gpu: report())
    #expect(finding("build", in: facts)?.severity == .warning)
    #expect(finding("build", in: facts)?.says.contains("jaxlib 0.4.26 cpu_py312h1") == true)
    #expect(finding("driver", in: facts) == nil)
  }

  @Test func withoutAGPUItIsSaidWhyAndThatTheProcessorsAreShared() {
    let none = GPUReport(source: .none, reason: "No NVIDIA driver is loaded.")
    let facts = PreflightFacts(lanes: [torch, jax], gpu: none)
    let found = Preflight.findings(for: facts).filter { $0.check == "gpu" }
    #expect(
      found.map(\.says) == [
        "They are meant for CUDA 12 and 11.8, and no GPU answers: No NVIDIA driver is loaded."
      ])
    #expect(found.first?.environment == "gpu, jax-cuda118")
    #expect(finding("processors", in: facts)?.severity == .warning)
    let alone = PreflightFacts(lanes: [torch], gpu: none)
    #expect(
      finding("gpu", "gpu", in: alone)?.says
        == "It is meant for CUDA 12 and no GPU answers: No NVIDIA driver is loaded.")
  }

  @Test func cpuBuildsThatWereTakenOnPurposeAreSaidOnceAndCalmly() {
    let none = GPUReport(
      source: .none,
      reason: "This container sees no NVIDIA GPU. Start the container with the GPUs of its host.")
    var lanes = [torch, jax]
    for index in lanes.indices { lanes[index].build = .cpuByChoice }
    let findings = Preflight.findings(for: PreflightFacts(lanes: lanes, gpu: none))
    let found = findings.filter { $0.check == "gpu" }
    #expect(
      found.map(\.says)
        == ["No NVIDIA GPU answers, so CPU builds run: This container sees no NVIDIA GPU."])
    #expect(found.first?.environment == nil && found.first?.remedy == nil)
    #expect(findings.filter { $0.severity > .fine }.map(\.check) == ["gpu", "processors"])
  }

  @Test func whatIsTheSameOfSeveralEnvironmentsIsSaidOnce() {
    var lanes = [torch, jax]
    for index in lanes.indices { lanes[index].lock = .stale }
    let found = Preflight.findings(for: PreflightFacts(lanes: lanes, gpu: report()))
      .filter { $0.check == "lock" }
    #expect(found.count == 1 && found.first?.environment == "gpu, jax-cuda118")
    lanes[1].lock = .missing
    let unlike = Preflight.findings(for: PreflightFacts(lanes: lanes, gpu: report()))
      .filter { $0.check == "lock" }
    #expect(unlike.map(\.environment) == ["gpu", "jax-cuda118"])
  }

  @Test(
    arguments: [
      (.present, .fine), (.stale, .warning), (.missing, .warning), (.unknown, .unknown),
      (.notUsed, nil),
    ] as [(PreflightFacts.LockState, PreflightFinding.Severity?)])
  func theLockIsLookedAt(
    state: PreflightFacts.LockState, severity: PreflightFinding.Severity?
  ) {
    var lane = torch
    lane.lock = state
    let facts = PreflightFacts(lanes: [lane], gpu: report())
    #expect(finding("lock", in: facts)?.severity == severity)
  }

  @Test func theDiskMustHoldWhatIsStillMissing() {
    var lane = torch
    lane.state = .notInstalled
    var facts = PreflightFacts(lanes: [lane], gpu: report(), freeDiskBytes: 9 << 30)
    #expect(finding("disk", in: facts)?.severity == .unknown)
    facts.lanes[0].downloadBytes = 4 << 30
    #expect(finding("disk", in: facts)?.severity == .warning)
    facts.freeDiskBytes = 20 << 30
    #expect(finding("disk", in: facts)?.severity == .fine)
    facts.lanes[0].state = .installed
    #expect(finding("disk", in: facts) == nil)
  }

  @Test func whatBlocksComesFirst() {
    var lane = torch
    lane.state = .unavailable(
      Diagnosis(says: "pixi.toml does not declare it.", remedy: "Declare it."))
    let findings = Preflight.findings(for: PreflightFacts(lanes: [lane, jax], gpu: report()))
    #expect(findings.first?.severity == .blocking)
    #expect(findings.map(\.severity) == findings.map(\.severity).sorted(by: >))
  }

  // MARK: The lock's builds

  private func locked(
    _ name: String, _ version: String, _ build: String
  ) -> PixiLock.Package? {
    let outline = PixiLock(
      text: """
        environments:
          gpu:
            packages:
              linux-64:
              - conda: https://conda.anaconda.org/conda-forge/linux-64/\(name)-\(version)-\(build).conda
        """)
    return outline.packages(of: "gpu").first
  }

  @Test(
    arguments: [
      ("pytorch", "2.7.1", "cuda129_mkl_py312h1_300", .cuda(CUDAVersion(12, 9))),
      ("jaxlib", "0.4.23", "cuda118py312h1_200", .cuda(CUDAVersion(11, 8))),
      ("jaxlib", "0.4.26", "cpu_py312h1_0", .cpu(package: "jaxlib 0.4.26 cpu_py312h1_0")),
      ("numpy", "2.3.1", "py312h1_0", .unknown),
    ] as [(String, String, String, PreflightFacts.FrameworkBuild)])
  func theBuildStringTellsTheCUDA(
    name: String, version: String, build: String, expected: PreflightFacts.FrameworkBuild
  ) throws {
    let package = try #require(locked(name, version, build))
    #expect(PreflightGatherer.build(of: [package]) == expected)
  }
}
