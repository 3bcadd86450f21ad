extension WorkshopLoader {
  func manifestRequirement(
    in section: TOMLSection
  ) throws(WorkshopError) -> ManifestRequirement {
    var requirement = ManifestRequirement()
    requirement.operatingSystems = try section.optionalInteger("operating_systems", in: 1...3)
    requirement.environments = try section.optionalInteger("environments", in: 1...64)
    requirement.platforms = try section.texts("platforms")
    for platform in requirement.platforms {
      try check(platform: platform, "platforms", in: section)
    }
    requirement.cuda = try section.optionalString("cuda")
    if let cuda = requirement.cuda, cuda.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{1,3})?/) == nil {
      throw section.error(
        "cuda", "`\(cuda)` is not a CUDA version.", "Write a version: cuda = \"12\"")
    }
    requirement.packages = try packages("packages", in: section)
    requirement.pypi = try packages("pypi", in: section)
    requirement.without = try packages("without", in: section)
    requirement.tasks = try section.texts("tasks")
    requirement.apartFrom = try environmentName("apart_from", in: section)
    requirement.togetherWith = try environmentName("together_with", in: section)
    guard requirement != ManifestRequirement() || section.values["environment"] != nil else {
      throw noCondition(in: section, example: "environment = \"gpu\"")
    }
    requirement.environment = try environmentName("environment", in: section)
    for key in ["apart_from", "together_with"] where section.values[key] != nil {
      guard section.values[key] != section.values["environment"] else {
        throw section.error(
          key, "The environment is held against itself.", "Name another environment.")
      }
    }
    return requirement
  }

  func lockRequirement(in section: TOMLSection) throws(WorkshopError) -> LockRequirement {
    var requirement = LockRequirement()
    requirement.packages = try packages("packages", in: section)
    requirement.versions = try globs("versions", in: section)
    requirement.builds = try globs("builds", in: section)
    requirement.pypi = try packages("pypi", in: section)
    requirement.without = try packages("without", in: section, areGlobs: true)
    requirement.withoutPyPI = try packages("without_pypi", in: section, areGlobs: true)
    requirement.sameVersion = try packages("same_version", in: section)
    requirement.current = try section.boolean("current")
    guard requirement != LockRequirement() else {
      throw noCondition(in: section, example: "packages = [\"numpy\"]")
    }
    requirement.environment = try environmentName("environment", in: section)
    requirement.platform = try section.optionalString("platform")
    if let platform = requirement.platform {
      try check(platform: platform, "platform", in: section)
    }
    return requirement
  }

  func fileRequirement(in section: TOMLSection) throws(WorkshopError) -> FileRequirement {
    var requirement = FileRequirement(path: try path(in: section))
    requirement.lines = try section.texts("lines")
    requirement.changed = try section.boolean("changed")
    if requirement.changed, requirement.path.contains(where: { "*?".contains($0) }) {
      throw section.error(
        "changed", "A glob names no one file that could have changed.",
        "Write the file's path, or leave `changed` away.")
    }
    return requirement
  }

  func outputRequirement(in section: TOMLSection) throws(WorkshopError) -> OutputRequirement {
    var requirement = OutputRequirement()
    requirement.facts = try section.table("facts")
    requirement.figures = try section.texts("figures")
    guard !requirement.facts.isEmpty || !requirement.figures.isEmpty else {
      throw noCondition(in: section, example: "facts = { framework = \"torch\" }")
    }
    requirement.environment = try environmentName("environment", in: section)
    requirement.needsGPU = try section.boolean("needs_gpu")
    return requirement
  }

  func containerRequirement(
    in section: TOMLSection
  ) throws(WorkshopError) -> ContainerRequirement {
    let path = try path(in: section)
    let known = ContainerRequirement.Condition.allCases.map(\.rawValue).joined(separator: ", ")
    var conditions: [ContainerRequirement.Condition] = []
    for name in try section.texts("conditions") {
      guard let condition = ContainerRequirement.Condition(rawValue: name) else {
        throw section.error(
          "conditions", "`\(name)` is not a condition of containers.", "Write one of: \(known).")
      }
      conditions.append(condition)
    }
    guard !conditions.isEmpty else {
      throw noCondition(in: section, example: "conditions = [\"installs-by-lock\"]")
    }
    return ContainerRequirement(
      path: path, conditions: conditions,
      environment: try environmentName("environment", in: section))
  }

  private func path(in section: TOMLSection) throws(WorkshopError) -> String {
    let path = try section.string("path")
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }) else {
      throw section.error(
        "path", "`\(path)` is not a path below the exercise's folder.",
        "Write it without `/` at its ends and without `..`: path = \"fit.png\"")
    }
    return path
  }

  private func check(
    platform: String, _ key: String, in section: TOMLSection
  ) throws(WorkshopError) {
    guard platform.wholeMatch(of: /[a-z]+-[a-z0-9]+/) != nil else {
      throw section.error(
        key, "`\(platform)` is not a conda platform.", "Write it as conda does: \"linux-64\"")
    }
  }

  private func packages(
    _ key: String, in section: TOMLSection, areGlobs: Bool = false
  ) throws(WorkshopError) -> [String] {
    let names = try section.texts(key)
    for name in names { try check(package: name, key, in: section, isGlob: areGlobs) }
    return names
  }

  private func globs(
    _ key: String, in section: TOMLSection
  ) throws(WorkshopError) -> [String: String] {
    let globs = try section.table(key)
    for name in globs.keys.sorted() { try check(package: name, key, in: section, isGlob: false) }
    for (name, glob) in globs.sorted(by: { $0.key < $1.key }) {
      guard glob.allSatisfy({ $0.isLetter || $0.isNumber || "._-+!*".contains($0) }) else {
        throw section.error(
          key, "`\(glob)` is not a glob for \(name): only `*` stands for other characters.",
          "Write what the lock has, with `*` for the rest: \(name) = \"12.*\"")
      }
    }
    return globs
  }

  private func check(
    package name: String, _ key: String, in section: TOMLSection, isGlob: Bool
  ) throws(WorkshopError) {
    let bare = isGlob ? name.filter { $0 != "*" } : name
    let isPlain = bare.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0) || "-_.".utf8.contains($0)
    }
    guard isPlain, !bare.isEmpty else {
      throw section.error(
        key, "`\(name)` is not the name of a package.",
        isGlob
          ? "Write it in lower case, with `*` for any characters: \"nvidia-*\""
          : "Write the name alone, in lower case: \"numpy\"")
    }
  }
}
