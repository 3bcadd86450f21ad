import GPUMetrics
import Testing

@Suite struct GPUHistoryTests {
  private func report(
    _ percents: [Int: Int?], at time: Double, samples: [GPUSample] = []
  ) -> GPUReport {
    let devices = percents.sorted { $0.key < $1.key }.map { index, percent in
      var device = GPUDevice(index: index)
      device.time = time
      device.utilizationPercent = percent
      device.samples = samples
      return device
    }
    return GPUReport(source: .nvml, devices: devices, time: time)
  }

  private func mean(_ spans: [GPUSpan?]) -> [Double?] { spans.map { $0?.mean } }

  @Test func keepsTheNewestPointsAndForgetsFiguresNeverKnown() {
    var history = GPUHistory(rawSeconds: 2)
    for time in 1...5 { history.append(report([0: time], at: Double(time))) }
    #expect(history.values(of: .utilization, device: 0) == [3, 4, 5])
    #expect(history.values(of: .power, device: 0).isEmpty)
    #expect(history.values(of: .utilization, device: 1).isEmpty)
    #expect(history.oldestTime == 1)
    #expect(history.newestTime == 5)
  }

  @Test func unknownMissingAndOldFiguresAreGaps() {
    var history = GPUHistory()
    history.append(report([0: 1, 1: 2], at: 1))
    history.append(report([0: nil, 1: 3], at: 2))
    history.append(report([0: 4], at: 3))
    var silent = report([0: 4, 1: 5], at: 4)
    silent.silentSeconds = 3
    history.append(silent)
    var stale = report([0: 4, 1: 5], at: 5)
    stale.devices[0][.utilization] = stale.devices[0][.utilization].aged
    history.append(stale)
    #expect(history.values(of: .utilization, device: 0) == [1, nil, 4, nil, nil])
    #expect(history.values(of: .utilization, device: 1) == [2, 3, nil, nil, 5])
  }

  @Test func whatWasKeptFollowsADeviceToItsNewIndex() {
    func report(_ devices: [(uuid: String?, percent: Int)], at time: Double) -> GPUReport {
      GPUReport(
        source: .nvml,
        devices: devices.enumerated().map { index, figures in
          var device = GPUDevice(index: index)
          device.uuid = figures.uuid
          device.utilizationPercent = figures.percent
          return device
        }, time: time)
    }
    func values(_ history: GPUHistory) -> [[Double?]] {
      (0...2).map { history.values(of: .utilization, device: $0) }
    }
    var history = GPUHistory()
    history.append(report([("a", 1), ("b", 2), ("c", 3)], at: 1))
    history.append(report([("a", 4), ("c", 5)], at: 2))
    #expect(values(history) == [[1, 4], [3, 5], []])
    history.append(report([("a", 6), ("b", 7), ("c", 8)], at: 3))
    #expect(values(history) == [[1, 4, 6], [2, nil, 7], [3, 5, 8]])
    // One whose UUID is not told is the one that had the index.
    history.append(report([("a", 9), (nil, 10), ("c", 11)], at: 4))
    #expect(values(history)[1] == [2, nil, 7, 10])
    #expect(history.deviceIndices == [0, 1, 2])
  }

  @Test func twoDevicesThatClaimOneUUIDAreTwo() {
    var history = GPUHistory()
    for time in 1...3 {
      var report = report([0: time, 1: 10 * time], at: Double(time))
      for place in report.devices.indices { report.devices[place].uuid = "the same" }
      history.append(report)
    }
    #expect(history.values(of: .utilization, device: 0) == [1, 2, 3])
    #expect(history.values(of: .utilization, device: 1) == [10, 20, 30])
  }

  @Test func spansAreWhatWasKnownInEachStep() {
    var history = GPUHistory()
    for time in 101...108 where time != 105 {
      history.append(report([0: time % 10], at: Double(time)))
    }
    history.append(report([0: nil], at: 108.5))
    let spans = history.spans(of: .utilization, device: 0, ending: 110, step: 2, count: 6)
    #expect(mean(spans) == [nil, 1, 2.5, 4, 6.5, 8])
    #expect(spans[2] == GPUSpan(minimum: 2, mean: 2.5, maximum: 3))
    #expect(
      mean(history.spans(of: .utilization, device: 3, ending: 110, step: 2, count: 2)) == [
        nil, nil,
      ])
  }

  @Test func shortStepsRepeatAValueUntilTheNextOneOrAGap() {
    var history = GPUHistory()
    history.append(report([0: 1], at: 100))
    history.append(report([0: 2], at: 101))
    history.append(report([0: nil], at: 102))
    history.append(report([0: 3], at: 103))
    let spans = history.spans(of: .utilization, device: 0, ending: 104, step: 0.5, count: 8)
    #expect(mean(spans) == [1, 1, 2, 2, nil, nil, 3, 3])
    let later = history.spans(of: .utilization, device: 0, ending: 200, step: 0.5, count: 2)
    #expect(mean(later) == [nil, nil])
  }

  @Test func whatIsOlderThanThePointsIsKeptAsSpansAndGapsStayGaps() {
    var history = GPUHistory(rawSeconds: 20, tierSeconds: 200)
    for time in 0..<300 where !(150..<170).contains(time) {
      history.append(report([0: time % 10], at: Double(time)))
    }
    let spans = history.spans(of: .utilization, device: 0, ending: 200, step: 10, count: 10)
    #expect(spans[0] == GPUSpan(minimum: 0, mean: 4.5, maximum: 9))
    #expect(spans.map { $0 == nil } == (0..<10).map { $0 == 5 || $0 == 6 })
    let forgotten = history.spans(of: .utilization, device: 0, ending: 80, step: 10, count: 2)
    #expect(forgotten == [nil, nil])
  }

  @Test func nothingIsKnownOfTheTimeBeforeTheFirstRound() {
    var history = GPUHistory()
    // Within the ten seconds of the first span there was no GPU yet.
    for time in 107...112 { history.append(report([0: 40], at: Double(time))) }
    let spans = history.spans(of: .utilization, device: 0, ending: 112, step: 1, count: 10)
    #expect(spans.map { $0?.mean } == [nil, nil, nil, nil, nil, 40, 40, 40, 40, 40])
  }

  @Test func pointsOfTheDriversOwnRecordComeBetweenTheRounds() {
    var history = GPUHistory()
    history.append(report([0: 10], at: 100))
    let samples = [100.25, 100.3, 100.5, 100.75, 101.5].enumerated().map {
      GPUSample(metric: .utilization, time: $1, value: Double($0))
    }
    history.append(report([0: 20], at: 101, samples: samples))
    let points = history.points(of: .utilization, device: 0, in: 100...200)
    #expect(points.map(\.time) == [100, 100.25, 100.5, 100.75, 101])
    #expect(points.map(\.value) == [10, 0, 2, 3, 20])
  }

  @Test func timeThatGoesBackForgetsWhatWasLater() {
    var history = GPUHistory()
    for time in 100...105 { history.append(report([0: time - 100], at: Double(time))) }
    history.append(report([0: 50], at: 102))
    #expect(history.values(of: .utilization, device: 0) == [0, 1, 2, 50])
  }

  @Test func aReportWithoutATimeIsAGapAndForgetsNothing() {
    var history = GPUHistory()
    for time in 100...102 { history.append(report([0: time - 100], at: Double(time))) }
    for _ in 1...3 { history.append(GPUReport(source: .none, reason: "gone")) }
    #expect(history.values(of: .utilization, device: 0) == [0, 1, 2, nil])
    #expect(history.oldestTime == 100)
    #expect(history.newestTime == 102)
  }
}
