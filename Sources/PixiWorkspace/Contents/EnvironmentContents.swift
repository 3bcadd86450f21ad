/// What an environment holds on one platform, by the lock file, before anything is installed.
public struct EnvironmentContents: Sendable, Hashable {
  /// What an environment computes with, by the builds that are locked.
  public enum Build: Sendable, Hashable {
    /// The CUDA version the builds were made for, such as `12.9`.
    case cuda(String)
    /// Packages that exist for CUDA are locked in their CPU builds.
    case cpu
    /// Nothing in it has a CUDA build.
    case none
  }

  public let environment: String
  /// The platform's name in the lock, such as `linux-64` or `p1`.
  public let platform: String
  public let subdirectory: String
  public let build: Build
  /// Versions; nil when the package is not there.
  public let cuda: String?
  public let cudnn: String?
  public let python: String?
  /// Sorted by name.
  public let packages: [PixiLock.Package]
  /// What must be downloaded, and of how many packages the size is unknown.
  public let download: PixiDownload
  /// What the platform promises of a machine, such as `__cuda=12`; empty before format 7.
  public var virtualPackages: [String] = []

  public init(
    environment: String, platform: String, subdirectory: String, build: Build, cuda: String?,
    cudnn: String?, python: String?, packages: [PixiLock.Package], download: PixiDownload
  ) {
    self.environment = environment
    self.platform = platform
    self.subdirectory = subdirectory
    self.build = build
    self.cuda = cuda
    self.cudnn = cudnn
    self.python = python
    self.packages = packages
    self.download = download
  }
}
