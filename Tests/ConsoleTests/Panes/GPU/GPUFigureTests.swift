import GPUMetrics
import Testing

@testable import Console

@Suite("A GPU's figure in words")
struct GPUFigureTests {
  @Test(
    "has its unit",
    arguments: [
      (GPUMetric.utilization, 84.4, "84 %"), (.memoryUsed, 3_221_225_472, "3.00 GiB"),
      (.temperature, 64, "64 °C"), (.power, 312.4, "312 W"), (.power, 6.25, "6.3 W"),
      (.smClock, 1980, "1980 MHz"), (.pcieReceive, 2_147_483_648, "2.00 GiB/s"),
      (.performanceState, 8, "P8"), (.pcieWidth, 16, "×16"), (.pcieGeneration, 5, "5"),
    ])
  func units(metric: GPUMetric, value: Double, words: String) {
    #expect(GPUFigure.text(of: value, metric) == words)
  }

  @Test(
    "says why there is none",
    arguments: [
      (GPUReadingState.unsupported, "not supported by this device or driver"),
      (.noPermission, "no permission"), (.lost, "the GPU is lost"),
      (.unknown, "the driver gave no sensible value"),
    ])
  func reasons(state: GPUReadingState, reason: String) {
    var device = GPUDevice(index: 0)
    device[.fan] = .absent(state, at: 10)
    let figure = GPUFigure(.fan, of: device, now: 12)
    #expect(figure.whole == "n/a (\(reason))")
    #expect(figure.role == .disabled)
  }

  @Test("that was never asked for is the source's, not the device's")
  func neverAsked() {
    let figure = GPUFigure(.fan, of: GPUDevice(index: 0), now: 12)
    #expect(figure.whole == "n/a (not told by this source)")
  }

  @Test("of an earlier round is muted and has its age")
  func old() {
    var device = GPUDevice(index: 0)
    device[.utilization] = GPUReading.known(84, of: .utilization, at: 100).aged
    let figure = GPUFigure(.utilization, of: device, now: 175)
    #expect(figure.whole == "84 % (1 min 15 s old)")
    #expect(figure.role == .textMuted)
  }
}
