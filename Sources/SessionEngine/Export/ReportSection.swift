/// Runs that belong together: a comparison, or one side alone.
public struct ReportSection: Sendable, Hashable {
  /// Of one to four sides; with one it tells without holding against anything.
  public let comparison: Comparison
  /// Side by side, each side's in the order they ran.
  public let runs: [ReportedRun]

  init(_ sides: [ComparedSide], comparison: Comparison) {
    self.comparison = comparison
    runs = sides.enumerated().flatMap { index, side in
      side.runs.map { ReportedRun($0, side: index) }
    }
  }

  /// Such as `exercise-3: gpu and jax-cuda118`.
  public var title: String {
    let sides = comparison.sides.map(\.title)
    let last = sides.last.map { sides.count > 1 ? " and \($0)" : $0 } ?? ""
    return "\(comparison.exercise): \(sides.dropLast().joined(separator: ", "))\(last)"
  }

  /// The commands that do the same again, each once, with the side it belongs to.
  public var commands: [(side: String, command: String)] {
    var seen: Set<String> = []
    return runs.compactMap { run in
      guard let command = run.shellCommand, seen.insert("\(run.side) \(command)").inserted else {
        return nil
      }
      return (comparison.sides[run.side].title, command)
    }
  }
}
