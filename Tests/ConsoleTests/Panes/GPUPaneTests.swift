import Console
import GPUMetrics
import TerminalCore
import Testing

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
}
