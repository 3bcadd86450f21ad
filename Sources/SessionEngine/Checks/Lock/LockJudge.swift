import PixiWorkspace
import WorkshopModel

/// Judges what a lock holds, whichever versions were solved.
struct LockJudge {
  static let file = "pixi.lock"
  let lock: LockIndex
  /// Nil when there is no manifest that can be read.
  let manifest: JudgedManifest?

  func judge(_ requirement: LockRequirement) -> GoalJudgement {
    if requirement.current, let shortfall = currencyShortfall(requirement.environment) {
      return .open(shortfall)
    }
    var rest = requirement
    rest.current = false
    rest.environment = nil
    rest.platform = nil
    guard rest != LockRequirement() else { return .met }
    let name = requirement.environment
    return ConditionList.judge(
      lock.candidates(name).map { conditions(requirement, on: $0) },
      otherwise: Self.shortfall(
        name.map { "pixi.lock has no environment \($0) yet." }
          ?? "pixi.lock has no environment yet.",
        name.map { "Declare it in pixi.toml, then solve: `pixi lock`. It must be called \($0)." }
          ?? "Solve: `pixi lock`."))
  }

  private func currencyShortfall(_ environment: String?) -> Shortfall? {
    guard let manifest else {
      return Self.shortfall(
        "There is no manifest that pixi.lock could be held against.", "Make it with `pixi init`.")
    }
    return LockCurrency(lock: lock, judged: manifest).shortfall(of: environment)
  }

  private func conditions(_ requirement: LockRequirement, on name: String) -> ConditionList {
    var list = ConditionList()
    let all = lock[name] ?? []
    let selections =
      requirement.platform.map { platform in
        all.filter { $0.platform.subdirectory == platform }
      } ?? all
    list.add {
      guard selections.isEmpty else { return nil }
      let place = requirement.platform.map { " on \($0)" } ?? ""
      return Self.shortfall(
        "pixi.lock has nothing for the environment \(name)\(place).",
        requirement.platform.map {
          "See that \(name) supports \($0), then solve: `pixi lock`."
        } ?? "Give it dependencies, then solve: `pixi lock`.")
    }
    for selection in selections {
      let judge = LockSelectionJudge(selection: selection, environment: name, manifest: manifest)
      judge.add(requirement, to: &list)
    }
    for package in requirement.sameVersion {
      list.add { hasSameVersion(package, selections, in: name) }
    }
    return list
  }

  private func hasSameVersion(
    _ package: String, _ selections: [LockIndex.Selection], in name: String
  ) -> Shortfall? {
    let key = PackageKey(package, .conda)
    guard let manifest, let group = manifest.environment(name)?.solveGroup else {
      return Self.shortfall(
        "The environment \(name) is in no solve group, so its versions may differ from others'.",
        "Write `solve-group = \"main\"` in the lines of the environments that belong together.")
    }
    let members = manifest.all.filter { $0.solveGroup == group }.map(\.name)
    guard members.count > 1 else {
      return Self.shortfall(
        "The environment \(name) is alone in the solve group \(group).",
        "Write `solve-group = \"\(group)\"` in the lines of the environments that belong with it.")
    }
    for selection in selections {
      let platform = selection.platform.subdirectory
      var versions: [String: [String]] = [:]
      for member in members {
        for other in lock[member] ?? [] where other.platform.subdirectory == platform {
          for found in other.packages(key) {
            versions[found.version ?? "n/a", default: []].append(member)
          }
        }
      }
      guard !selection.packages(key).isEmpty else {
        return Self.shortfall(
          "pixi.lock has no \(package) in \(name) on \(platform).",
          "Ask for it in \(name), then solve: `pixi lock`.")
      }
      guard versions.count == 1 else {
        let words = versions.sorted { $0.key < $1.key }.map {
          "\($0.key) in \(Words.list($0.value))"
        }
        return Self.shortfall(
          "pixi.lock has \(package) \(Words.list(words)) on \(platform).",
          "Put these environments into one solve group and solve anew: `pixi lock`.")
      }
    }
    return nil
  }

  static func shortfall(_ why: String, _ remedy: String) -> Shortfall {
    Shortfall(why: why, remedy: remedy, file: file)
  }
}
