import SessionEngine
import Testing

@Suite struct MedianCurveTests {
  private func line(_ points: [(Double, Double)]) -> [MedianCurve.Point] {
    MedianCurve.line(
      points.map { MetricPoint(series: "loss", epoch: $0.0, seconds: $0.0 * 10, value: $0.1) },
      over: .epoch)
  }

  @Test func isTheMiddleOfTheRepeatsWhereAllHaveBeen() {
    let median = MedianCurve.median(of: [
      line([(1, 10), (2, 20), (3, 30)]), line([(1, 12), (2, 22)]),
      line([(1, 100), (2, 200), (4, 9)]),
    ])
    #expect(median.map(\.x) == [1, 2])
    #expect(median.map(\.y) == [12, 22])
  }

  @Test func betweenTwoPointsItGoesStraight() {
    let median = MedianCurve.median(of: [
      line([(0, 0), (4, 4)]), line([(0, 2), (2, 4), (4, 6)]), line([(0, 9), (4, 9)]),
    ])
    #expect(median.map(\.x) == [0, 2, 4])
    #expect(median.map(\.y) == [2, 4, 6])
  }

  @Test func aPlaceThatComesTwiceHasItsLastValueAndABackwardOneNone() {
    #expect(line([(1, 5), (1, 6), (0.5, 9), (2, 7)]).map(\.y) == [6, 7])
  }
}
