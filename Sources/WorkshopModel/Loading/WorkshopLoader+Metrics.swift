extension WorkshopLoader {
  /// The patterns of `[[metric]]`, each for one environment's workload or, with nil, for all.
  func metricPatterns(
    in root: TOMLSection, environments: [EnvironmentDeclaration]
  ) throws(WorkshopError) -> [(pattern: MetricPattern, environment: String?)] {
    var patterns: [(pattern: MetricPattern, environment: String?)] = []
    for section in try root.sections("metric") {
      try section.allow(only: ["pattern", "environment"])
      let environment = try section.optionalString("environment")
      if let environment { try check(environment, isAmong: environments, in: section) }
      patterns.append((try metricPattern(in: section), environment))
    }
    return patterns
  }

  private func metricPattern(in section: TOMLSection) throws(WorkshopError) -> MetricPattern {
    let text = try section.string("pattern")
    do throws(MetricPatternFault) {
      return try MetricPattern(text)
    } catch {
      throw section.error("pattern", what(error, text), remedy(error))
    }
  }

  private func what(_ fault: MetricPatternFault, _ text: String) -> String {
    switch fault {
    case .notAnExpression(let reason):
      "`\(text)` is not a regular expression: \(onOneLine(reason))."
    case .noSeries:
      "The pattern names no figure: a named group besides `epoch` and `step` is one."
    case .takesForEver:
      "The pattern repeats a group with a repeat or a choice in it, which can take for ever."
    }
  }

  private func remedy(_ fault: MetricPatternFault) -> String {
    switch fault {
    case .notAnExpression:
      "Correct it, and write it in single quotes: pattern = 'loss (?<loss>[0-9.]+)'"
    case .noSeries:
      "Name the group that holds the number: pattern = 'loss (?<loss>[0-9.]+)'"
    case .takesForEver:
      "Repeat a set of characters instead: `[0-9.]+` in place of `(\\d+\\.?)+`."
    }
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Globs that stay below the exercise's folder, and whose name tells what the files hold.
  func metricFiles(in section: TOMLSection) throws(WorkshopError) -> [String] {
    let globs = try section.strings("metric_files")
    for glob in globs {
      let parts = glob.split(separator: "/", omittingEmptySubsequences: false)
      guard !glob.isEmpty, !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }),
        !glob.unicodeScalars.contains(where: { $0.isControl })
      else {
        throw section.error(
          "metric_files", "`\(glob)` is not a path below the exercise's folder.",
          "Write it without `/` at its ends and without `..`: \"logs/**/metrics.csv\"")
      }
      guard let name = parts.last, name.contains("tfevents") || name.hasSuffix(".csv") else {
        throw section.error(
          "metric_files", "`\(glob)` names neither TensorBoard's event files nor CSV.",
          "End it in `events.out.tfevents.*` or in `.csv`.")
      }
    }
    return globs
  }
}
