import SessionEngine
import Testing

@Suite struct CSVReportTests {
  @Test func everyPointIsALineAndWhatIsNotKnownIsEmpty() {
    var run = Trainings.run(3)
    run.series = [
      "loss": [
        MetricPoint(series: "loss", step: 10, epoch: 0.5, seconds: 1.25, value: 0.1),
        MetricPoint(series: "loss", seconds: 2, value: -3e-07),
      ],
      "odd, \"name\"": [MetricPoint(series: "", epoch: 1, seconds: 3, value: 12_345_678)],
    ]
    #expect(
      CSVReport.points(of: [run]) == """
        run,series,step,epoch,seconds,value\r
        3,loss,10,0.5,1.25,0.1\r
        3,loss,,,2,-3e-07\r
        3,"odd, ""name""\",,1,3,12345678\r

        """)
  }

  @Test func theSummaryHasAFigureOfASideOnEachLine() throws {
    let lines = CSVReport.summary(of: try ExportFixture.duel()).split(separator: "\r\n")
    #expect(
      lines.contains(
        "exercise-3,images_per_second,images/s,gpu,gpu,pixi,1 2 3 4 5 11,2520,2400,2600,5,1,"
          + "gpu is better"))
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 13 })
  }
}
