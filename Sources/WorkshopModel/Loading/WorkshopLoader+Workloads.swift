extension WorkshopLoader {
  func workloads(
    in root: TOMLSection, environments: [EnvironmentDeclaration]
  ) throws(WorkshopError) -> [Workload] {
    let patterns = try metricPatterns(in: root, environments: environments)
    var workloads: [Workload] = []
    for section in try root.sections("workload") {
      try section.allow(only: ["environment", "task", "arguments", "metric_files"])
      let name = try section.string("environment")
      try check(name, isAmong: environments, in: section)
      guard !workloads.contains(where: { $0.environment == name }) else {
        throw section.error(
          "environment", "The environment `\(name)` has two workloads.", "Keep one of them.")
      }
      let arguments = try section.strings("arguments")
      guard !arguments.isEmpty else {
        throw section.missing("arguments", example: "arguments = [\"train.py\"]")
      }
      workloads.append(
        Workload(
          environment: name, task: try identifier("task", in: section), arguments: arguments,
          metricPatterns: patterns.filter { $0.environment ?? name == name }.map(\.pattern),
          metricFiles: try metricFiles(in: section)))
    }
    return workloads
  }

  func check(
    _ environment: String, isAmong environments: [EnvironmentDeclaration], in section: TOMLSection
  ) throws(WorkshopError) {
    guard environments.contains(where: { $0.name == environment }) else {
      throw section.error(
        "environment", "The exercise has no environment `\(environment)`.",
        "Declare it in [[environment]], or correct the name.")
    }
  }
}
