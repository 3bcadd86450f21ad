import Foundation
import GPUMetrics
import PixiWorkspace
import WorkshopModel

/// Puts together what a preflight looks at; it reads the lock and the disk, so it blocks.
public struct PreflightGatherer: Sendable {
  private let disk: DiskSpace
  private let workspace: String

  /// - Parameter workspace: The absolute path below which environments are kept.
  public init(workspace: String, disk: DiskSpace = DiskSpace()) {
    self.workspace = workspace
    self.disk = disk
  }

  /// - Parameters:
  ///   - environments: In the order of their lanes; those the exercise does not declare are left out.
  ///   - lock: What pixi.lock lists; nil where there is none or the provider has none.
  ///   - isLockStale: Nil when nobody has looked.
  ///   - variables: What every run gets, the engine's own and the person's.
  ///   - downloadBytes: What is still to be downloaded, by environment.
  public func facts(
    for exercise: Exercise, environments: [String], statuses: [EnvironmentStatus],
    gpu: GPUReport, lock: PixiLock?, isLockStale: Bool? = nil,
    variables: [String: String], options: RunOptions = RunOptions(), runsAlive: Int = 0,
    downloadBytes: [String: UInt64] = [:], runsTogether: Bool = true
  ) -> PreflightFacts {
    let lanes = environments.compactMap { name -> PreflightFacts.Lane? in
      guard let declared = exercise.environment(name) else { return nil }
      let status = statuses.first { $0.name == name }
      let packages = lock?.packages(of: name) ?? []
      return PreflightFacts.Lane(
        environment: name, state: status?.state, declaredCUDA: declared.cuda,
        build: status?.provider == .venv && gpu.devices.isEmpty && declared.cuda != nil
          ? .cpuByChoice : Self.build(of: packages),
        lock: Self.lockState(status?.provider, lock: lock, isStale: isLockStale),
        usesJAX: declared.probeModule.hasPrefix("jax"),
        variables: variables.merging(options.variables) { $1 },
        overrideCUDA: options.overrideCUDA, downloadBytes: downloadBytes[name])
    }
    return PreflightFacts(
      lanes: lanes, gpu: gpu, runsAlive: runsAlive, freeDiskBytes: disk.freeBytes(at: workspace),
      runsTogether: runsTogether)
  }

  private static func lockState(
    _ provider: ProviderKind?, lock: PixiLock?, isStale: Bool?
  ) -> PreflightFacts.LockState {
    guard provider == .pixi else { return .notUsed }
    guard lock != nil else { return .missing }
    return isStale.map { $0 ? .stale : .present } ?? .unknown
  }

  /// conda-forge writes what a framework was built for into the build string, such as
  /// `cuda129_mkl_py312h…`, `cuda118py312h…`, `cpu_mkl_py312h…` or `cpu_py312h…`; the exact CUDA
  /// is the version of `cuda-version`.
  static func build(of packages: [PixiLock.Package]) -> PreflightFacts.FrameworkBuild {
    let frameworks = ["pytorch", "libtorch", "jaxlib", "tensorflow-base", "tensorflow"]
    let cuda = packages.first { $0.name == "cuda-version" }.flatMap {
      $0.version.flatMap { CUDAVersion($0) }
    }
    for name in frameworks {
      // A lock lists every platform's packages: one CUDA build among them is the GPU machine's.
      let builds = packages.filter { $0.name == name }
      if let build = builds.compactMap(\.build).first(where: { $0.hasPrefix("cuda") }) {
        let digits = build.dropFirst("cuda".count).prefix { $0.isNumber }
        let version =
          digits.count >= 3
          ? CUDAVersion(Int(digits.dropLast()) ?? 0, Int(digits.suffix(1)) ?? 0) : nil
        if let version = version ?? cuda { return .cuda(version) }
      }
      if let found = builds.first(where: { $0.build?.hasPrefix("cpu") == true }) {
        let words = [found.name, found.version, found.build].compactMap(\.self)
        return .cpu(package: words.joined(separator: " "))
      }
    }
    return .unknown
  }
}
