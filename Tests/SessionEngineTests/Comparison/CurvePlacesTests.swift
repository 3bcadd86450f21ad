import Testing

@testable import SessionEngine

@Suite struct CurvePlacesTests {
  private func curve(
    _ count: Int, epoch: (Int) -> Double? = { _ in nil }, _ value: (Int) -> Double
  ) -> [MetricPoint] {
    (0..<count).map {
      MetricPoint(
        series: "loss", step: $0, epoch: epoch($0), seconds: Double($0), value: value($0))
    }
  }

  @Test(arguments: [(201, 200), (5000, 200), (100_000, 200), (100_000, 4000), (64_001, 4)])
  func theShapeIsKeptInOrderAndInFewPoints(count: Int, most: Int) {
    let points = curve(count) { Double($0 * 7919 % 1009) }
    let steps = CurvePlaces.thinned(points, to: most).compactMap(\.step)
    #expect(steps.count <= most && steps.count >= min(count, most) / 4)
    #expect(steps == steps.sorted() && Set(steps).count == steps.count)
    #expect(steps.first == 0 && steps.last == count - 1)
  }

  @Test(arguments: [300, 20_000])
  func aSpikeSurvivesWhereverItStands(count: Int) {
    for place in stride(from: 0, to: count, by: count / 97) {
      let points = curve(count) { $0 == place ? 9 : $0 == count - 1 - place ? -9 : 1 }
      let values = CurvePlaces.thinned(points, to: 40).map(\.value)
      #expect(values.contains(9) && values.contains(-9), "a spike at \(place)")
    }
  }

  @Test func theLastPointOfEachWholeEpochIsKept() {
    let named = curve(10_000, epoch: { Double($0 / 1000 + 1) }) { Double($0 * 7919 % 1009) }
    let ends = Set(CurvePlaces.thinned(named, to: 100).compactMap(\.step))
    #expect(ends.isSuperset(of: stride(from: 999, to: 10_000, by: 1000)))
    let counted = curve(10_000, epoch: { Double($0) / 1000 }) { Double($0 * 7919 % 1009) }
    let whole = Set(CurvePlaces.thinned(counted, to: 100).compactMap(\.step))
    #expect(whole.isSuperset(of: stride(from: 1000, to: 10_000, by: 1000)))
  }

  @Test func moreEpochsThanACurveHasRoomForLeaveTheLastOne() {
    let points = curve(10_000, epoch: { $0 < 9000 ? Double($0) : nil }) { Double(-$0) }
    let steps = CurvePlaces.thinned(points, to: 100).compactMap(\.step)
    #expect(steps.count <= 101)
    #expect(steps.contains(8999))
  }

  @Test(arguments: [0, 1, 4, 50])
  func aShortCurveIsLeftAlone(count: Int) {
    let points = curve(count) { Double($0) }
    #expect(CurvePlaces.thinned(points, to: 50) == points)
    #expect(CurvePlaces.thinned(points, to: .max) == points)
  }
}
