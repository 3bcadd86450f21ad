import GPUMetrics
import Testing

@testable import Console

@Suite("What the rows of a GPU's graph stand for")
struct GPUScaleTests {
  private func span(_ value: Double) -> GPUSpan {
    GPUSpan(minimum: value, mean: value, maximum: value)
  }

  @Test("reaches to the limit where there is one, and says so")
  func limit() {
    var device = GPUDevice(index: 0)
    device.powerLimitWatts = 700
    let scale = GPUScale(.power, of: device, spans: [span(300)])
    #expect(scale.range == 0...700)
    #expect(scale.top == "700 W limit")
    // What is beyond its limit is not cut off.
    #expect(GPUScale(.power, of: device, spans: [span(800)]).range == 0...1000)
  }

  @Test(
    "goes in round steps without a limit", arguments: [(0.0, 1.0), (7, 10), (30, 50), (120, 200)])
  func steps(value: Double, top: Double) {
    let scale = GPUScale(.pcieReceive, of: GPUDevice(index: 0), spans: [span(value), nil])
    #expect(scale.range == 0...top)
  }

  @Test("shows what a counter grew by")
  func counter() {
    let scale = GPUScale(.energy, of: GPUDevice(index: 0), spans: [span(5000), span(6000)])
    #expect(scale.range == 5000...6000)
  }
}
