/// Merges the features of an environment.
struct EnvironmentMerger {
  let manifest: PixiManifest
  let environment: PixiManifest.Environment

  var merged: MergedEnvironment {
    MergedEnvironment(
      name: environment.name, features: environment.features,
      unknownFeatures: environment.features.filter { manifest.features[$0] == nil },
      solveGroup: environment.solveGroup, channels: channels, platforms: platforms, cuda: cuda,
      dependencies: features.flatMap(\.dependencies), tasks: tasks, place: environment.place)
  }

  /// What is written in the environment itself comes first.
  private var features: [PixiManifest.Feature] {
    [environment.own].compactMap(\.self) + environment.features.compactMap { manifest.features[$0] }
  }

  /// Those of the workspace that every feature supports, in the workspace's order.
  private var platforms: [PixiManifest.Platform] {
    let lists = features.compactMap(\.platforms).map(Set.init)
    return manifest.platforms.filter { platform in
      lists.allSatisfy { $0.contains(platform.name) }
    }
  }

  /// Each once, by priority; of one priority in the order of the features.
  private var channels: [PixiManifest.Channel] {
    var names: Set<String> = []
    let all = features.flatMap { $0.channels ?? manifest.channels }
    return all.enumerated()
      .sorted { ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset) }
      .map(\.element).filter { names.insert($0.name).inserted }
  }

  private var cuda: String? {
    CUDARequirement.highest(
      features.map { $0.systemRequirements["cuda"] } + [CUDARequirement.of(platforms)])
  }

  /// Those that can run on one of the platforms; of one name the first feature's, and of those of one
  /// feature the one for all platforms.
  private var tasks: [PixiManifest.Task] {
    var names: Set<String> = []
    return features.flatMap { feature in
      let usable = feature.tasks.filter(canRun)
      return usable.filter { $0.target == nil } + usable.filter { $0.target != nil }
    }.filter { names.insert($0.name).inserted }
  }

  private func canRun(_ task: PixiManifest.Task) -> Bool {
    guard let target = task.target, !platforms.isEmpty else { return true }
    return platforms.contains { $0.isCovered(by: target) }
  }
}
