import GPUMetrics
import Testing

@testable import Console

@Suite struct GPUWordsTests {
  private func report(_ origin: GPUOrigin = .live, silent: Int? = nil) -> GPUReport {
    let devices = [84, 12].enumerated().map { index, percent in
      var device = GPUDevice(index: index)
      device.utilizationPercent = percent
      return device
    }
    var report = GPUReport(source: .nvml, devices: devices, time: 1)
    report.origin = origin
    report.silentSeconds = silent
    return report
  }

  @Test func figuresThatAreNotLiveAreSaidToBeSo() {
    #expect(GPUWords.summary(of: report()) == "2 GPUs 84 % 12 %")
    #expect(GPUWords.summary(of: report(.replay(of: "box"))) == "replay: 2 GPUs 84 % 12 %")
    #expect(GPUWords.summary(of: report(.simulated("box"))) == "simulated: 2 GPUs 84 % 12 %")
  }

  @Test func oldFiguresAreNotGivenAsThoseOfNow() {
    #expect(GPUWords.summary(of: report(silent: 5)) == "GPU does not answer")
    #expect(GPUWords.summary(of: GPUReport.unknown) == "looking for GPUs")
    #expect(GPUWords.summary(of: GPUReport(source: .none)) == "no GPU")
  }
}
