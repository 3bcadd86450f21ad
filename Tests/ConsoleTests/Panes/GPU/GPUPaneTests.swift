import GPUMetrics
import TerminalCore
import Testing

@testable import Console

@Suite("The pane of the GPUs")
struct GPUPaneTests {
  @Test("says which call hangs beside figures that are old", arguments: [24, 60])
  func stuckCall(rows: Int) {
    var builder = ScreenBuilder(size: Size(columns: 120, rows: rows))
    builder.press("3z")
    var device = GPUDevice(index: 0)
    device.utilizationPercent = 84
    device.stuck = GPUStuckCall(figure: "GPU utilisation", seconds: 7.4)
    builder.take(.gpu(GPUReport(source: .nvml, devices: [device], time: 1)))
    let text = builder.state.render().frame.text
    #expect(text.contains("no answer for 7 s: GPU utilisation"))
  }

  @Test(
    "says how much time the graph of each GPU shows",
    arguments: [(120, 40, 8, "last 1 min 54 s"), (80, 24, 8, "last 38 s")])
  func span(columns: Int, rows: Int, count: Int, words: String) {
    var harness = ConsoleHarness(columns: columns, rows: rows)
    harness.lookAt(gpus: count, seconds: 8)
    harness.press("3z")
    let text = harness.state.render().frame.text
    #expect(text.contains("graphs: GPU utilisation, \(words)"))
  }

  @Test("names each owner with what it has, and marks only the runs that were on the device")
  func owners() {
    var builder = ScreenBuilder(size: Size(columns: 120, rows: 40))
    builder.shareGPU()
    let text = builder.state.render().frame.text
    #expect(text.contains("#1 exercise-2 · cpu · 1.00 GiB · 20 %"))
    #expect(text.contains("#2 exercise-2 · gpu · 3.00 GiB · 64 %"))
    #expect(text.contains("others · 700 MiB · busy n/a"))
    #expect(text.contains("1 process is not to be seen here"))
    #expect(text.contains("epoch  ▸ began  × failed"))
    // Run 3 was never on this device: of the two failures one is drawn, and one is in the legend.
    #expect(text.filter { $0 == "×" }.count == 2)
  }

  @Test("offers no key that would do nothing", arguments: [(0, false), (1, false), (2, true)])
  func footer(count: Int, choosing: Bool) {
    var harness = ConsoleHarness(columns: 200, rows: 60)
    if count > 0 { harness.lookAt(gpus: count, seconds: 3) }
    harness.press("3")
    let hints = harness.state.footerHints.map(\.label)
    #expect(hints.contains("choose") == choosing)
    #expect(hints.contains("figure") == (count > 0))
    #expect(hints.contains("look closer") == (count > 0))
  }

  @Test("says on the full screen which container or job a process is in")
  func scopes() {
    var builder = ScreenBuilder(size: Size(columns: 120, rows: 40))
    builder.shareGPU()
    builder.press("<Enter>")
    #expect(builder.state.render().frame.text.contains("python in Docker container 3f2a9c813f2a"))
  }

  @Test("keeps what belongs to no run of this machine off a recording")
  func recording() {
    var builder = ScreenBuilder(size: Size(columns: 120, rows: 40))
    builder.shareGPU()
    var report = builder.state.gpu
    report.origin = .replay(of: "yesterday")
    builder.take(.gpu(report))
    #expect(!builder.state.render().frame.text.contains("others"))
  }

  @Test(
    "says that figures are not live, in every size",
    arguments: [(80, 24), (120, 40), (200, 60)])
  func origin(columns: Int, rows: Int) {
    var builder = ScreenBuilder(size: Size(columns: columns, rows: rows))
    builder.shareGPU()
    var report = builder.state.gpu
    report.origin = .replay(of: "yesterday")
    builder.take(.gpu(report))
    #expect(builder.state.render().frame.text.contains("Not live: replay of yesterday"))
    builder.press("z")
    #expect(builder.state.render().frame.text.contains("Not live: replay"))
  }
}
