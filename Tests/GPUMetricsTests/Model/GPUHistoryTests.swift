import GPUMetrics
import Testing

@Suite struct GPUHistoryTests {
  private func report(_ percents: [Int: Int?]) -> GPUReport {
    GPUReport(
      source: .nvml,
      devices: percents.sorted { $0.key < $1.key }.map { index, percent in
        var device = GPUDevice(index: index)
        device.utilizationPercent = percent
        return device
      })
  }

  @Test func keepsTheNewestRounds() {
    var history = GPUHistory(capacity: 3)
    for percent in 1...5 { history.append(report([0: percent])) }
    #expect(history.values(of: .utilization, device: 0) == [3, 4, 5])
    #expect(history.values(of: .power, device: 0) == [nil, nil, nil])
    #expect(history.values(of: .utilization, device: 1).isEmpty)
  }

  @Test func unknownMissingAndOldFiguresAreGaps() {
    var history = GPUHistory(capacity: 10)
    history.append(report([0: 1, 1: 2]))
    history.append(report([0: nil, 1: 3]))
    history.append(report([0: 4]))
    var old = report([0: 4, 1: 5])
    old.silentSeconds = 3
    history.append(old)
    #expect(history.values(of: .utilization, device: 0) == [1, nil, 4, nil])
    #expect(history.values(of: .utilization, device: 1) == [2, 3, nil, nil])
  }

  @Test func deviceThatComesLaterIsAlignedWithTheOthers() {
    var history = GPUHistory(capacity: 3)
    for percent in 1...4 { history.append(report([0: percent])) }
    history.append(report([0: 5, 7: 9]))
    #expect(history.deviceIndices == [0, 7])
    #expect(history.values(of: .utilization, device: 0) == [3, 4, 5])
    #expect(history.values(of: .utilization, device: 7) == [nil, nil, 9])
  }

  @Test func memoryIsAShareOfTheTotal() {
    var device = GPUDevice(index: 0)
    device.memoryUsedBytes = 1 << 30
    #expect(GPUMetric.memory.value(of: device) == nil)
    device.memoryTotalBytes = 4 << 30
    #expect(GPUMetric.memory.value(of: device) == 25)
  }
}
