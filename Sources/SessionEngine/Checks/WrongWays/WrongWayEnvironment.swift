import PixiWorkspace

/// An environment with all that is known of it.
struct WrongWayEnvironment {
  typealias Dependency = PixiManifest.Dependency

  let merged: MergedEnvironment
  let manifest: PixiManifest
  /// Nil when there is no lock.
  let lock: PixiLock?

  var name: String { merged.name }

  /// What is locked, by platform.
  var selections: [PixiLock.Selection] { lock?.environment(name)?.selections ?? [] }

  /// Its platforms on which there is CUDA at all.
  var cudaPlatforms: [PixiManifest.Platform] {
    merged.platforms.filter { $0.operatingSystem != "osx" }
  }

  /// Conda dependencies on a platform.
  func conda(on platform: PixiManifest.Platform) -> [Dependency] {
    merged.dependencies(on: platform).filter { $0.kind == .conda }
  }

  /// Conda dependencies that count on one of the platforms with CUDA, each once.
  var gpuDependencies: [Dependency] {
    var seen: Set<Dependency> = []
    return cudaPlatforms.flatMap { conda(on: $0) }.filter { seen.insert($0).inserted }
  }

  var pypi: [Dependency] { merged.dependencies.filter { $0.kind == .pypi } }

  /// The CUDA a platform of it has: by the platform, or by the features.
  func cuda(on platform: PixiManifest.Platform) -> String? {
    platform.cuda ?? (manifest.hasRichPlatforms ? nil : merged.cuda)
  }

  var declaresCUDA: Bool {
    merged.cuda != nil || merged.platforms.contains { $0.cuda != nil }
  }

  /// Whether it is meant for a GPU: by what it declares, asks for or, failing that, is called.
  var isForGPU: Bool {
    if gpuDependencies.contains(where: CUDAKnowledge.asksForCUDA) { return true }
    let names = [name] + merged.features.filter { $0 != "default" }
    if names.contains(where: { $0.lowercased().contains("cpu") }) { return false }
    return declaresCUDA
      || names.contains { $0.lowercased().contains("gpu") || $0.lowercased().contains("cuda") }
  }

  /// Whether it asks for JAX with CUDA 11.
  var isJAX118: Bool {
    let dependencies = gpuDependencies
    guard dependencies.contains(where: CUDAKnowledge.isJAX) else { return false }
    let twelve = VersionRange(from: "12")
    let ranges = dependencies.filter { !CUDAKnowledge.isTorch($0) }
      .compactMap(CUDAKnowledge.versions)
    if ranges.contains(where: { !$0.overlaps(twelve) }) { return true }
    return ranges.isEmpty && declaredMajor == 11
  }

  var declaredMajor: Int? {
    let declared = merged.cuda ?? merged.platforms.lazy.compactMap(\.cuda).first
    return declared.flatMap { PackageVersion($0).major }
  }
}
