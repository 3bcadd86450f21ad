extension WorkshopLoader {
  /// Every requirement's kind with the keys of its conditions.
  private static let conditions: [String: Set<String>] = [
    "manifest": [
      "environment", "operating_systems", "environments", "platforms", "cuda", "packages", "pypi",
      "without", "tasks", "apart_from", "together_with",
    ],
    "lock": [
      "environment", "platform", "packages", "versions", "builds", "pypi", "without",
      "without_pypi", "same_version", "current",
    ],
    "file": ["path", "lines", "changed"],
    "command": ["command", "environment"],
    "output": ["environment", "facts", "figures", "needs_gpu"],
    "container": ["path", "conditions", "environment"],
  ]

  /// The tables `[[goal]]`, in their order.
  func goals(in root: TOMLSection) throws(WorkshopError) -> [Goal] {
    // Where there are no tables of that name, the key may hold the exercise's sentence.
    if case .string = root.values["goal"], root.values["aim"] == nil { return [] }
    var goals: [Goal] = []
    for section in try root.sections("goal") {
      let id = try lowerCaseName("id", in: section)
      guard !goals.contains(where: { $0.id == id }) else {
        throw section.error(
          "id", "Two goals are called `\(id)`.", "Give each goal an id of its own.")
      }
      let wrongWays = try section.texts("wrong_ways")
      for name in wrongWays where !Identifier.isLowerCaseName(name) {
        throw section.error(
          "wrong_ways", "`\(name)` cannot be the name of a wrong way.",
          Identifier.lowerCaseRemedy)
      }
      goals.append(
        Goal(
          id: id, says: try section.string("says"), requirement: try requirement(in: section),
          wrongWays: wrongWays))
    }
    return goals
  }

  private func requirement(in section: TOMLSection) throws(WorkshopError) -> GoalRequirement {
    let kind = try section.string("kind")
    guard let own = Self.conditions[kind] else {
      throw section.error(
        "kind", "`\(kind)` is not a kind of goal.",
        "Write one of: \(Self.conditions.keys.sorted().joined(separator: ", ")).")
    }
    let known = own.union(["id", "says", "kind", "wrong_ways"])
    if let name = section.values.keys.filter({ !known.contains($0) }).min() {
      throw section.error(
        name, "A goal of the kind `\(kind)` has no condition `\(name)`.",
        "Correct or remove it; its conditions are: \(own.sorted().joined(separator: ", ")).")
    }
    switch kind {
    case "manifest": return .manifest(try manifestRequirement(in: section))
    case "lock": return .lock(try lockRequirement(in: section))
    case "file": return .file(try fileRequirement(in: section))
    case "command":
      return .command(
        CommandRequirement(
          command: try section.string("command"),
          environment: try environmentName("environment", in: section)))
    case "output": return .output(try outputRequirement(in: section))
    default: return .container(try containerRequirement(in: section))
    }
  }

  /// The name of an environment, which only the participant's manifest has to know.
  func environmentName(_ key: String, in section: TOMLSection) throws(WorkshopError) -> String? {
    section.values[key] == nil ? nil : try identifier(key, in: section)
  }

  func lowerCaseName(_ key: String, in section: TOMLSection) throws(WorkshopError) -> String {
    let name = try section.string(key)
    guard Identifier.isLowerCaseName(name) else {
      throw section.error(key, "`\(name)` cannot be a name here.", Identifier.lowerCaseRemedy)
    }
    return name
  }

  func noCondition(in section: TOMLSection, example: String) -> WorkshopError {
    section.error("kind", "The goal has no condition.", "Add one, such as: \(example)")
  }
}
