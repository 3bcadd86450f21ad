import GPUMetrics
import Testing

@testable import Console

@Suite("Warnings of a GPU")
struct GPUWarningTests {
  private func device(_ figures: [GPUMetric: Double]) -> GPUDevice {
    var device = GPUDevice(index: 0)
    for (metric, value) in figures { device[metric] = .known(value, of: metric, at: 1) }
    return device
  }

  @Test(
    "tell what is near a limit and what has reached it",
    arguments: [
      ([GPUMetric.temperature: 84, .temperatureSlowdown: 90], nil),
      ([.temperature: 85, .temperatureSlowdown: 90], "! hot"),
      ([.temperature: 90, .temperatureSlowdown: 90], "!! too hot"),
      ([.temperature: 70, .temperatureMargin: 3], "! hot"),
      ([.temperature: 70, .temperatureMargin: 0], "!! too hot"),
      ([.temperature: 99], nil),
      ([.memoryUsed: 89, .memoryTotal: 100], nil),
      ([.memoryUsed: 90, .memoryTotal: 100], "! nearly full"),
      ([.memoryUsed: 98, .memoryTotal: 100], "!! full"),
      ([.power: 685, .powerLimit: 700], nil),
      ([.power: 690, .powerLimit: 700], "! at power limit"),
      ([.power: 690], nil),
      ([.eccUncorrected: 0], nil), ([.eccUncorrected: 2], "!! memory errors"),
      ([.remappedRowsPending: 1], "! reset needed"),
      ([.remappedRowsPending: 1, .remappedRowsFailure: 1], "!! bad memory"),
    ] as [([GPUMetric: Double], String?)])
  func limits(figures: [GPUMetric: Double], words: String?) {
    let warnings = GPUWarning.all(of: device(figures))
    #expect(warnings.first.map { "\($0.mark) \($0.short)" } == words)
  }

  @Test("say why clocks are held down, but not that a GPU is idle")
  func clocks() {
    var device = GPUDevice(index: 0)
    device.clockReasons = [.idle, .clockSetting]
    #expect(GPUWarning.all(of: device).isEmpty)
    device.clockReasons = [.powerCap]
    let words = GPUWarning.all(of: device).map(\.words)
    #expect(words == ["The clocks are held down by the power limit."])
  }

  @Test("come of no old figure")
  func old() {
    var device = device([.memoryUsed: 99, .memoryTotal: 100, .temperature: 95])
    device[.temperatureSlowdown] = .known(90, of: .temperatureSlowdown, at: 1)
    for metric in GPUMetric.allCases { device[metric] = device[metric].aged }
    #expect(GPUWarning.all(of: device).isEmpty)
  }

  @Test("put the gravest first")
  func order() {
    let device = device([
      .temperature: 87, .temperatureSlowdown: 90, .memoryUsed: 99, .memoryTotal: 100,
    ])
    #expect(GPUWarning.all(of: device).map(\.short) == ["full", "hot"])
  }
}
