/// Conditions that are asked one after another until one does not hold.
struct ConditionList {
  private(set) var conditions: [() -> Shortfall?] = []

  mutating func add(_ condition: @escaping () -> Shortfall?) {
    conditions.append(condition)
  }

  /// The first that does not hold, with how many hold before it; nil when all do.
  var shortfall: (held: Int, Shortfall)? {
    for (index, condition) in conditions.enumerated() {
      if let shortfall = condition() { return (index, shortfall) }
    }
    return nil
  }

  /// Met where all conditions of one candidate hold, else what is missing from the candidate that
  /// has come furthest, the first of these.
  static func judge(_ candidates: [ConditionList], otherwise: Shortfall) -> GoalJudgement {
    var best: (held: Int, Shortfall)?
    for candidate in candidates {
      guard let found = candidate.shortfall else { return .met }
      if best == nil || found.held > best?.held ?? 0 { best = found }
    }
    return .open(best?.1 ?? otherwise)
  }
}
