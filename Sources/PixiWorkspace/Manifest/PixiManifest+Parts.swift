import TOMLReading

extension PixiManifest {
  /// A platform the workspace declares.
  public struct Platform: Sendable, Hashable {
    /// As features name it: `linux-64`, or a name of its own such as `linux-64-cuda12`.
    public let name: String
    /// The conda platform, such as `linux-64`.
    public let subdirectory: String
    /// The CUDA version a machine must have, such as `12`; nil for none.
    public let cuda: String?
    public let place: TextPlace?

    public init(name: String, subdirectory: String, cuda: String?, place: TextPlace?) {
      self.name = name
      self.subdirectory = subdirectory
      self.cuda = cuda
      self.place = place
    }

    /// `linux`, `osx` or `win`.
    public var operatingSystem: String {
      String(subdirectory.prefix { $0 != "-" })
    }
  }

  /// A channel of the workspace or of a feature.
  public struct Channel: Sendable, Hashable {
    /// A name such as `conda-forge`, or a URL.
    public let name: String
    /// Higher is asked first; 0 when the manifest does not say.
    public let priority: Int

    public init(name: String, priority: Int = 0) {
      self.name = name
      self.priority = priority
    }
  }

  /// A package that is asked for.
  public struct Dependency: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, Codable {
      case conda
      case pypi
    }

    public let kind: Kind
    /// In lower case; of PyPI with `-` for `_` and `.`.
    public let name: String
    /// Such as `>=2.7` or `*`; nil where none is given, as for a package from a path or repository.
    public let version: String?
    /// Such as `*cuda118*`; nil for any.
    public let build: String?
    /// The channel or index it must come from; nil for any.
    public let channel: String?
    /// The path, repository or address it is built or taken from; nil for a channel or index.
    public let source: String?
    /// Of PyPI, such as `image` of `torchmetrics[image]`.
    public let extras: [String]
    /// The `target` it stands under, such as `linux-64`, `linux` or `unix`; nil for all platforms.
    public let target: String?
    /// The feature it stands in; `default` for the workspace's own, and `environments.NAME` for what
    /// is written in an environment itself.
    public let feature: String
    /// Of its key.
    public let place: TextPlace?

    public init(
      kind: Kind, name: String, version: String?, build: String? = nil, channel: String? = nil,
      source: String? = nil, extras: [String] = [], target: String? = nil, feature: String,
      place: TextPlace?
    ) {
      self.kind = kind
      self.name = name
      self.version = version
      self.build = build
      self.channel = channel
      self.source = source
      self.extras = extras
      self.target = target
      self.feature = feature
      self.place = place
    }
  }

  /// A task the manifest declares.
  public struct Task: Sendable, Hashable {
    public let name: String
    /// Nil for a task that only depends on others.
    public let command: String?
    public let dependsOn: [String]
    /// Nil for all platforms.
    public let target: String?
    public let feature: String
    public let place: TextPlace?

    public init(
      name: String, command: String?, dependsOn: [String] = [], target: String? = nil,
      feature: String, place: TextPlace?
    ) {
      self.name = name
      self.command = command
      self.dependsOn = dependsOn
      self.target = target
      self.feature = feature
      self.place = place
    }
  }

  /// A feature as it is written; the workspace's own tables are the feature `default`.
  public struct Feature: Sendable, Hashable {
    public let name: String
    /// Names as they are written; nil where the feature does not say and has the workspace's.
    public let platforms: [String]?
    /// Nil where the feature does not say and has the workspace's.
    public let channels: [Channel]?
    /// Such as `cuda` = `12`, `libc` = `2.28`: the table `system-requirements`.
    public let systemRequirements: [String: String]
    /// Of that table; nil where there is none.
    public let systemRequirementsPlace: TextPlace?
    public let dependencies: [Dependency]
    public let tasks: [Task]
    /// Of the feature's first table; nil for `default`.
    public let place: TextPlace?

    public init(
      name: String, platforms: [String]? = nil, channels: [Channel]? = nil,
      systemRequirements: [String: String] = [:], systemRequirementsPlace: TextPlace? = nil,
      dependencies: [Dependency] = [], tasks: [Task] = [], place: TextPlace? = nil
    ) {
      self.name = name
      self.platforms = platforms
      self.channels = channels
      self.systemRequirements = systemRequirements
      self.systemRequirementsPlace = systemRequirementsPlace
      self.dependencies = dependencies
      self.tasks = tasks
      self.place = place
    }
  }
}
