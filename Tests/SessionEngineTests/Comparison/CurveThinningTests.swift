import SessionEngine
import Testing

@Suite struct CurveThinningTests {
  private func curve(_ count: Int, _ value: (Int) -> Double) -> [MetricPoint] {
    (0..<count).map { MetricPoint(series: "loss", step: $0, seconds: Double($0), value: value($0)) }
  }

  @Test func aSpikeOfASinglePointSurvives() {
    let points = curve(100_000) { $0 == 56_789 ? 99 : $0 == 12_345 ? -7 : 1 }
    let thinned = CurveThinning.thinned(points, to: 400)
    #expect(thinned.count <= 400)
    #expect(thinned.contains { $0.step == 56_789 && $0.value == 99 })
    #expect(thinned.contains { $0.step == 12_345 && $0.value == -7 })
    #expect(thinned.first?.step == 0 && thinned.last?.step == 99_999)
  }

  @Test func theOrderStaysAndNoPointComesTwice() {
    let thinned = CurveThinning.thinned(curve(5000) { Double($0 * 7919 % 1009) }, to: 100)
    let steps = thinned.compactMap(\.step)
    #expect(steps == steps.sorted() && Set(steps).count == steps.count)
  }

  @Test func aShortCurveIsLeftAlone() {
    let points = curve(50) { Double($0) }
    #expect(CurveThinning.thinned(points, to: 50) == points)
    #expect(CurveThinning.thinned([], to: 10).isEmpty)
  }
}
