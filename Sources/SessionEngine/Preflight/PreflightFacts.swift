import GPUMetrics

/// What was found out before runs start; what nobody knows is nil, and then it is said so.
public struct PreflightFacts: Sendable, Hashable {
  /// One environment that shall run.
  public struct Lane: Sendable, Hashable {
    public var environment: String
    /// Nil when not known.
    public var state: EnvironmentStatus.State?
    /// The CUDA version the exercise declares, such as `12` or `11.8`; nil for a CPU environment.
    public var declaredCUDA: String?
    /// What the locked or installed framework was built for.
    public var build: FrameworkBuild
    public var lock: LockState
    /// Whether it computes with JAX; nil when not known.
    public var usesJAX: Bool?
    /// The variables the run will have, with the engine's own and the person's.
    public var variables: [String: String]
    /// The CUDA version that pixi is made to believe in; nil leaves it alone.
    public var overrideCUDA: String?
    /// GPU memory the workload is declared to need; nil when nobody declares it.
    public var neededGPUMemoryBytes: UInt64?
    /// What must still be downloaded; nil when not known.
    public var downloadBytes: UInt64?

    public init(
      environment: String, state: EnvironmentStatus.State? = nil, declaredCUDA: String? = nil,
      build: FrameworkBuild = .unknown, lock: LockState = .notUsed, usesJAX: Bool? = nil,
      variables: [String: String] = [:], overrideCUDA: String? = nil,
      neededGPUMemoryBytes: UInt64? = nil, downloadBytes: UInt64? = nil
    ) {
      self.environment = environment
      self.state = state
      self.declaredCUDA = declaredCUDA
      self.build = build
      self.lock = lock
      self.usesJAX = usesJAX
      self.variables = variables
      self.overrideCUDA = overrideCUDA
      self.neededGPUMemoryBytes = neededGPUMemoryBytes
      self.downloadBytes = downloadBytes
    }

    public var isInstalled: Bool { state == .installed }

    /// Whether it will compute on a GPU where there is one.
    public var wantsGPU: Bool {
      switch build {
      case .cpu, .cpuByChoice: false
      case .unknown, .cuda: declaredCUDA != nil
      }
    }

    /// The CUDA version its programs were built with, the exact one where it is known.
    public var cuda: CUDAVersion? {
      if case .cuda(let version) = build { return version }
      return declaredCUDA.flatMap { CUDAVersion($0) }
    }
  }

  /// What the framework was built for.
  public enum FrameworkBuild: Sendable, Hashable {
    case unknown
    /// Without CUDA; the package that says so, such as `jaxlib 0.4.26 cpu_py312h…`.
    case cpu(package: String)
    case cuda(CUDAVersion)
    /// The provider takes builds without CUDA because no GPU answers.
    case cpuByChoice
  }

  /// Where an environment's lock file stands.
  public enum LockState: Sendable, Hashable {
    /// The provider locks nothing beforehand.
    case notUsed
    case unknown
    case missing
    case present
    /// It is older than the manifest: what would be installed is not what the manifest says.
    case stale
  }

  /// In the order of their lanes.
  public var lanes: [Lane]
  public var gpu: GPUReport
  /// How many other runs of this console compute now.
  public var runsAlive: Int
  /// Bytes an ordinary user may still write where environments are kept; nil when not known.
  public var freeDiskBytes: UInt64?
  /// Whether the lanes run at the same time.
  public var runsTogether: Bool

  public init(
    lanes: [Lane], gpu: GPUReport, runsAlive: Int = 0, freeDiskBytes: UInt64? = nil,
    runsTogether: Bool = true
  ) {
    self.lanes = lanes
    self.gpu = gpu
    self.runsAlive = runsAlive
    self.freeDiskBytes = freeDiskBytes
    self.runsTogether = runsTogether
  }
}
