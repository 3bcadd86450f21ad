import SessionEngine
import Testing

@Suite struct RunReportTests {
  @Test func repeatsOfABatchAreOneSideAndRunsAloneStandForThemselves() {
    let report = RunReport.account(of: [
      Trainings.run(1, "gpu", batch: "4"), Trainings.run(2, "cpu", batch: "4"),
      Trainings.run(3, "gpu", batch: "4"), Trainings.run(5, "gpu"), Trainings.run(6, "gpu"),
    ])
    #expect(
      report.sections.map { $0.comparison.sides.map(\.runs) } == [
        [[RunID(1), RunID(3)], [RunID(2)]], [[RunID(5)]], [[RunID(6)]],
      ])
    #expect(report.title == "3 sets of runs")
    #expect(report.sections[1].comparison.figures.allSatisfy { $0.verdict == .none })
    #expect(report.sections[1].comparison.sentences.isEmpty)
  }

  @Test func twoRepeatsThatAreNamedAloneStandBesideEachOther() {
    let sides = SideGrouping.sides(of: [
      Trainings.run(1, batch: "4"), Trainings.run(3, batch: "4"),
    ])
    #expect(sides.map { $0.runs.map(\.id) } == [[RunID(1)], [RunID(3)]])
  }

  @Test func theCommandRepeatsTheRunWithItsVariables() {
    var run = Trainings.run(1)
    run.workingDirectory = "/home/some one/it's"
    run.options.variables = ["B": "2", "A": "x y"]
    run.options.overrideCUDA = "12"
    #expect(
      ReportedRun(run, side: 0).shellCommand
        == #"cd '/home/some one/it'\''s' && A='x y' B=2 CONDA_OVERRIDE_CUDA=12 "#
        + "pixi run --frozen -e gpu train")
  }
}
