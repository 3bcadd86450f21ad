/// In what the sides' environments are not the same.
struct EnvironmentDifferences {
  /// What the runs said and were asked first, then variables, then packages, those that decide how
  /// fast and how exactly they compute before all others.
  let differences: [Comparison.Difference]
  /// How many packages are the same everywhere; nil when a side's packages are not known.
  let sharedPackages: Int?

  init(_ sides: [ComparedSide]) {
    let packages = sides.map(Self.packages)
    let areKnown = packages.allSatisfy { !$0.isEmpty }
    let names = Set(packages.flatMap(\.keys))
    let different = names.filter { name in Set(packages.map { $0[name] }).count > 1 }
    sharedPackages = areKnown ? names.count - different.count : nil

    var found = Self.facts(sides) + Self.variables(sides)
    if areKnown {
      let subjects = Set(found.map(\.subject))
      found += different.sorted { PackageImportance.isBefore($0, $1) }
        .filter { !subjects.contains($0) }
        .map { name in
          Comparison.Difference(subject: name, values: Self.words(name, in: packages))
        }
    }
    differences = found
  }

  private static func facts(_ sides: [ComparedSide]) -> [Comparison.Difference] {
    let tables = sides.map(EnvironmentFacts.values)
    guard let first = tables.first else { return [] }
    return first.indices.compactMap { index in
      let values = tables.map { $0[index].value }
      return isDifferent(values)
        ? Comparison.Difference(subject: first[index].subject, values: values) : nil
    }
  }

  private static func variables(_ sides: [ComparedSide]) -> [Comparison.Difference] {
    let variables = sides.map { $0.runs.first?.options.variables ?? [:] }
    return Set(variables.flatMap(\.keys)).sorted().compactMap { name in
      let values = variables.map { $0[name] }
      return isDifferent(values) ? Comparison.Difference(subject: name, values: values) : nil
    }
  }

  private static func isDifferent(_ values: [String?]) -> Bool { Set(values).count > 1 }

  /// By the name conda and PyPI share.
  private static func packages(of side: ComparedSide) -> [String: StoredPackage] {
    let known = side.runs.last { !$0.packages.isEmpty }?.packages ?? []
    return Dictionary(
      known.map { package in
        (PackageImportance.sharedName(package.name), package)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The versions, and the builds beside them where the versions alone are the same.
  private static func words(
    _ name: String, in sides: [[String: StoredPackage]]
  ) -> [String?] {
    let packages = sides.map { $0[name] }
    let versions = packages.map { $0?.version }
    if Set(versions).count == packages.count { return versions }
    return packages.map { package in
      package.map { package in
        [
          package.version,
          package.build ?? "from \(package.kind == "pypi" ? "PyPI" : package.kind)",
        ]
        .joined(separator: " ")
      }
    }
  }
}
