extension PixiLock {
  /// Something the lock file installs.
  public struct Package: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, Codable {
      case conda
      case pypi
    }

    public let kind: Kind
    public let name: String
    /// Nil for what is built from a folder or a repository.
    public let version: String?
    /// The conda build, such as `cuda118py312h1c60a56_200`; nil for PyPI.
    public let build: String?
    /// A URL, or a path beside the manifest for what is built there.
    public let location: String
    /// In hexadecimal digits.
    public let sha256: String?
    /// What must be downloaded; nil when the file does not say, as for PyPI.
    public let sizeBytes: UInt64?

    public init(
      kind: Kind, name: String, version: String?, build: String?, location: String,
      sha256: String?, sizeBytes: UInt64?
    ) {
      self.kind = kind
      self.name = name
      self.version = version
      self.build = build
      self.location = location
      self.sha256 = sha256
      self.sizeBytes = sizeBytes
    }

    /// `name-version-build`, as the records in `conda-meta` and the package cache are called; nil
    /// for PyPI and for what is built from source.
    public var recordName: String? {
      guard kind == .conda, let version, let build else { return nil }
      return "\(name)-\(version)-\(build)"
    }
  }

  /// A platform of the workspace.
  public struct Platform: Sendable, Hashable {
    /// As the lock's environments name it, such as `linux-64` or `p1`.
    public let name: String
    /// The conda platform, such as `linux-64`.
    public let subdirectory: String
    /// Such as `__cuda=12`; empty before format 7.
    public let virtualPackages: [String]

    public init(name: String, subdirectory: String, virtualPackages: [String]) {
      self.name = name
      self.subdirectory = subdirectory
      self.virtualPackages = virtualPackages
    }
  }

  /// What one environment gets on one platform.
  public struct Selection: Sendable, Hashable {
    public let platform: Platform
    /// In the file's order.
    public let packages: [Package]

    public init(platform: Platform, packages: [Package]) {
      self.platform = platform
      self.packages = packages
    }

    public func package(_ name: String) -> Package? {
      packages.first { $0.name == name }
    }

    /// What must be downloaded for the packages whose size is known, without those named as cached.
    /// - Parameter cached: `recordName`s of packages that are there.
    public func download(without cached: Set<String> = []) -> PixiDownload {
      var download = PixiDownload()
      for package in packages {
        if let name = package.recordName, cached.contains(name) {
          download.cachedPackages += 1
        } else if let size = package.sizeBytes {
          download.bytes = download.bytes.addingReportingOverflow(size).partialValue
        } else {
          download.unknownPackages += 1
        }
      }
      return download
    }
  }

  /// One environment with what it gets on each of its platforms.
  public struct Environment: Sendable, Hashable {
    public let name: String
    public let selections: [Selection]

    public init(name: String, selections: [Selection]) {
      self.name = name
      self.selections = selections
    }
  }
}
