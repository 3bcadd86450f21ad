/// What is written of runs for people and programs elsewhere, in any format.
public struct RunReport: Sendable, Hashable {
  public let sections: [ReportSection]

  public init(sections: [ReportSection]) {
    self.sections = sections
  }

  /// Such as `exercise-3: gpu and jax-cuda118`, or `5 sets of runs`.
  public var title: String {
    sections.count == 1 ? sections[0].title : "\(sections.count) sets of runs"
  }

  /// One comparison of two to four sides.
  /// - Throws: What `ComparisonBuilder` refuses.
  public static func comparison(
    _ sides: [ComparedSide], builder: ComparisonBuilder = ComparisonBuilder()
  ) throws(Diagnosis) -> RunReport {
    RunReport(sections: [ReportSection(sides, comparison: try builder.comparison(sides))])
  }

  /// Any runs: those of one batch are held against each other, a run alone stands for itself.
  /// - Parameter runs: Of any exercises, in the order they shall stand in.
  public static func account(
    of runs: [ComparedRun], builder: ComparisonBuilder = ComparisonBuilder()
  ) -> RunReport {
    RunReport(
      sections: SideGrouping.sections(of: runs).map { sides in
        ReportSection(sides, comparison: builder.account(sides))
      })
  }
}
