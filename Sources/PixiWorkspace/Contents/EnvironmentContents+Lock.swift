extension EnvironmentContents {
  /// Of what a lock selects for one platform.
  /// - Parameter cached: `recordName`s of packages that need not be downloaded.
  public init(environment: String, selection: PixiLock.Selection, cached: Set<String> = []) {
    self.init(
      environment: environment, platform: selection.platform.name,
      subdirectory: selection.platform.subdirectory, packages: selection.packages, cached: cached)
    virtualPackages = selection.platform.virtualPackages
  }

  /// Of packages in any order.
  /// - Parameter python: The version where Python is not among the packages; nil when not known.
  public init(
    environment: String, platform: String, subdirectory: String, packages: [PixiLock.Package],
    python: String? = nil, cached: Set<String> = []
  ) {
    let judge = BuildJudge(packages)
    let selection = PixiLock.Selection(
      platform: PixiLock.Platform(name: platform, subdirectory: subdirectory, virtualPackages: []),
      packages: packages)
    self.init(
      environment: environment, platform: platform, subdirectory: subdirectory,
      build: judge.build, cuda: judge.cuda, cudnn: judge.cudnn,
      python: judge.version("python") ?? python,
      packages: packages.sorted {
        $0.name == $1.name ? $0.kind == .conda && $1.kind == .pypi : $0.name < $1.name
      },
      download: selection.download(without: cached))
  }

  /// The packages that decide what it computes with, such as `pytorch` or `jaxlib`: those with a
  /// build of their own for CUDA and for the CPU.
  public var frameworks: [PixiLock.Package] { BuildJudge(packages).frameworks }

  /// Those of the frameworks that are CPU builds.
  public var cpuFrameworks: [PixiLock.Package] { BuildJudge(packages).cpuFrameworks }

  public func package(_ name: String) -> PixiLock.Package? {
    packages.first { $0.name == name }
  }

  /// The channels with how many packages come from each, most first; what is built from a folder
  /// has a nil name.
  public var channels: [(name: String?, packages: Int)] {
    Dictionary(grouping: packages, by: \.channel).map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0 ?? "~") < ($0.1, $1.0 ?? "~") }
  }
}

extension PixiLock {
  /// What an environment holds on each of its platforms, in the file's order.
  /// - Parameter cached: `recordName`s of packages that need not be downloaded.
  public func contents(of environment: String, cached: Set<String> = []) -> [EnvironmentContents] {
    (self.environment(environment)?.selections ?? []).map {
      EnvironmentContents(environment: environment, selection: $0, cached: cached)
    }
  }
}
