import Foundation

/// A pixi.lock: the packages of every environment on every platform, in formats 4 to 7.
///
/// pixi writes the file with fixed indentation, which is read without a YAML library. What has
/// another shape, such as a file cut short, gives what could be read of it, never an error.
public struct PixiLock: Sendable, Hashable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 64 * 1024 * 1024

  /// Such as 6 or 7; nil when the file does not say.
  public let formatVersion: Int?
  /// Format 7 lists the platforms with virtual packages; earlier formats list none.
  public let platforms: [Platform]
  /// In the file's order.
  public let environments: [Environment]
  private let indexes: [String: Int]

  init(formatVersion: Int?, platforms: [Platform], environments: [Environment]) {
    self.formatVersion = formatVersion
    self.platforms = platforms
    self.environments = environments
    indexes = Dictionary(
      environments.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil when the file is not there, cannot be read or is larger than 64 MiB.
  public init?(file: String) {
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
    guard let size, size.intValue <= Self.largestFile,
      let data = FileManager.default.contents(atPath: file)
    else { return nil }
    self.init(data)
  }

  public init(text: String) {
    self.init(Data(text.utf8))
  }

  public init(_ data: Data) {
    var reader = PixiLockReader()
    data.withUnsafeBytes { reader.read($0) }
    self = reader.lock
  }

  public func environment(_ name: String) -> Environment? {
    indexes[name].map { environments[$0] }
  }

  /// The packages of all the environment's platforms, in the file's order.
  public func packages(of environment: String) -> [Package] {
    self.environment(environment)?.selections.flatMap(\.packages) ?? []
  }

  /// What the environment gets on machines of a conda platform, such as `linux-64`: more than one
  /// selection where platforms with virtual packages share it.
  public func selections(of environment: String, subdirectory: String) -> [Selection] {
    self.environment(environment)?.selections.filter {
      $0.platform.subdirectory == subdirectory
    } ?? []
  }

  /// The one selection for a machine: of the platform named, or else the first whose virtual
  /// packages are all among the machine's, or else the first at all.
  /// - Parameters:
  ///   - platform: A platform's name, when it is known which one was installed.
  ///   - virtualPackages: The machine's, such as `__cuda=12.4=0`.
  public func selection(
    of environment: String, subdirectory: String, platform: String? = nil,
    virtualPackages: [String] = []
  ) -> Selection? {
    let candidates = selections(of: environment, subdirectory: subdirectory)
    if let platform, let named = candidates.first(where: { $0.platform.name == platform }) {
      return named
    }
    let names = Set(virtualPackages.map { PixiVirtualPackage($0).name })
    let fitting = candidates.filter { candidate in
      candidate.platform.virtualPackages.allSatisfy { wanted in
        let name = PixiVirtualPackage(wanted).name
        return name != "cuda" || names.contains(name)
      }
    }
    // The more a platform promises, the closer it is to the machine that fulfils it.
    return fitting.max {
      $0.platform.virtualPackages.count < $1.platform.virtualPackages.count
    } ?? candidates.first
  }
}
