import PixiWorkspace
import WorkshopModel

/// Judges what a manifest declares, with features merged as pixi merges them.
struct ManifestJudge {
  let judged: JudgedManifest

  func judge(_ requirement: ManifestRequirement) -> GoalJudgement {
    if let shortfall = workspaceShortfall(requirement) { return .open(shortfall) }
    guard asksForEnvironment(requirement) else { return .met }
    let missing = requirement.environment.map {
      judged.missing($0, asking: requirement.packages)
    }
    return ConditionList.judge(
      judged.candidates(requirement.environment).map { conditions(requirement, on: $0) },
      otherwise: missing
        ?? judged.shortfall(
          "The workspace declares no environment.",
          "Add one: `pixi workspace environment add NAME --feature FEATURE`."))
  }

  private func asksForEnvironment(_ requirement: ManifestRequirement) -> Bool {
    var rest = requirement
    rest.operatingSystems = nil
    rest.environments = nil
    return rest != ManifestRequirement()
  }

  private func workspaceShortfall(_ requirement: ManifestRequirement) -> Shortfall? {
    let manifest = judged.manifest
    if let wanted = requirement.operatingSystems {
      let systems = Set(manifest.platforms.map(\.operatingSystem)).intersection(Self.systems)
      if systems.count < wanted {
        let names = Set(manifest.platforms.map(\.subdirectory))
        let other = ["linux-64", "osx-arm64", "win-64"].first { platform in
          !systems.contains(String(platform.prefix { $0 != "-" }))
        }
        return judged.shortfall(
          names.isEmpty
            ? "The workspace names no platforms."
            : "The workspace has \(Words.list(names.sorted())) as its only "
              + "\(names.count == 1 ? "platform" : "platforms"); "
              + "\(wanted) operating systems are wanted.",
          "Add another: `pixi workspace platform add \(other ?? "osx-arm64")`.",
          at: manifest.platforms.first?.place)
      }
    }
    if let wanted = requirement.environments {
      let names = manifest.environments.map(\.name).filter { $0 != "default" }
      if names.count < wanted {
        return judged.shortfall(
          names.isEmpty
            ? "The workspace has no environment besides default yet."
            : "Besides default the workspace has only \(Words.list(names)); \(wanted) are wanted.",
          "Add one: `pixi workspace environment add NAME --feature FEATURE`.",
          at: names.first.flatMap { judged.environment($0)?.place })
      }
    }
    return nil
  }

  /// All that are asked of one environment, in the order in which they are best done.
  private func conditions(
    _ requirement: ManifestRequirement, on environment: MergedEnvironment
  ) -> ConditionList {
    var list = ConditionList()
    list.add { features(of: environment) }
    for platform in requirement.platforms { list.add { supports(platform, environment) } }
    if let cuda = requirement.cuda { list.add { requires(cuda: cuda, environment) } }
    for name in requirement.packages {
      list.add { asks(for: name, .conda, environment, on: requirement.platforms) }
    }
    for name in requirement.pypi {
      list.add { asks(for: name, .pypi, environment, on: requirement.platforms) }
    }
    for name in requirement.without { list.add { asksNot(for: name, environment) } }
    for name in requirement.tasks { list.add { has(task: name, environment) } }
    if let name = requirement.apartFrom { list.add { isApart(from: name, environment) } }
    if let name = requirement.togetherWith { list.add { isTogether(with: name, environment) } }
    return list
  }

  private static let systems: Set<String> = ["linux", "osx", "win"]
}
