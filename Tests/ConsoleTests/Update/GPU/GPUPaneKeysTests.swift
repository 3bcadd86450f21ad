import GPUMetrics
import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite("Keys in the pane of the GPUs")
struct GPUPaneKeysTests {
  private func harness(gpus: Int = 8, columns: Int = 120, rows: Int = 40) -> ConsoleHarness {
    var harness = ConsoleHarness(columns: columns, rows: rows)
    harness.lookAt(gpus: gpus)
    harness.press("3")
    return harness
  }

  @Test(
    "choose a GPU and stop at the ends",
    arguments: [
      ("j", 1), ("<Down>j", 2), ("]][", 1), ("<End>", 7), ("G", 7), ("<End>kk", 5), ("k", 0),
      ("<End>j", 7), ("<End>g", 0), ("<End><Home>", 0), ("<PageDown>", 7),
      ("<PageDown><PageUp>", 0),
    ])
  func choosing(keys: String, index: Int) {
    var harness = harness()
    harness.press(keys)
    #expect(harness.state.gpuIndex == index)
  }

  @Test("go through sixty-four by pages")
  func pages() {
    var harness = harness(gpus: 64, columns: 80, rows: 24)
    harness.press("<PageDown>")
    #expect(harness.state.gpuIndex == 32)
    #expect(harness.state.render().frame.text.contains("GPUs 32–63 of 64 · 32 more"))
  }

  @Test(
    "draw another figure",
    arguments: [("m", GPUMetric.memoryUsed), ("mmM", .memoryUsed), ("M", .fan)])
  func figures(keys: String, metric: GPUMetric) {
    var harness = harness()
    harness.press(keys)
    #expect(harness.state.gpuView.metric == metric)
    harness.press("z")
    #expect(harness.state.render().frame.text.contains("graphs: \(metric.name)"))
  }

  @Test(
    "change how much time a column shows, and say where it ends",
    arguments: [("-", 5.0), ("+", 1), ("=", 1), ("_", 5), ("++", 1), ("----------", 600)])
  func zoom(keys: String, seconds: Double) {
    var harness = harness()
    harness.press(keys)
    #expect(harness.state.gpuView.zoom.rawValue == seconds)
    if keys == "++" {
      #expect(harness.state.notice?.text == "A column is 1 s: there is no shorter one.")
    }
  }

  @Test("go back in time as far as the session goes, and to now")
  func time() throws {
    var harness = harness()
    harness.press("<Left>")
    let first = try #require(harness.state.gpuView.end)
    let newest = ConsoleHarness.gpuStart + 400
    #expect(first < newest)
    // What is looked back to stands while rounds come in.
    harness.lookAt(gpus: 8, seconds: 40, from: 404)
    #expect(harness.state.gpuView.end == first)
    #expect(harness.state.render().frame.text.contains("n goes to now"))
    harness.press(String(repeating: "h", count: 100))
    let earliest = try #require(harness.state.gpuView.end)
    #expect(earliest >= ConsoleHarness.gpuStart && earliest < first)
    #expect(harness.state.notice?.text.hasPrefix("Nothing before this is kept") == true)
    harness.press("l")
    #expect(try #require(harness.state.gpuView.end) > earliest)
    harness.press("n")
    #expect(harness.state.gpuView.end == nil)
    harness.press("h" + String(repeating: "<Right>", count: 2))
    #expect(harness.state.gpuView.end == nil)
  }

  @Test(
    "freeze the picture while figures are collected, and let it go on", arguments: [" ", "p", "n"])
  func freeze(key: String) {
    var harness = harness()
    harness.press("z ")
    let before = harness.state.render().frame.text
    #expect(before.contains("FROZEN since 22:20:00: figures are still collected, Space goes on."))
    // Longer than points are kept: the picture must not become coarser either.
    harness.lookAt(gpus: 8, seconds: 1600, from: 404)
    #expect(harness.state.render().frame.text == before)
    harness.press(key)
    #expect(harness.state.gpuView.frozen == nil)
    #expect(!harness.state.render().frame.text.contains("FROZEN"))
    #expect(harness.state.gpuPicture.time == ConsoleHarness.gpuStart + 2004)
  }

  @Test("open the GPU in front, and Esc comes back")
  func opening() {
    var harness = harness()
    harness.press("jj<Enter>")
    #expect(harness.state.keyScope == .gpuScreen)
    #expect(harness.state.render().frame.text.contains("GPU 2 · Test GPU"))
    harness.press("<Esc>")
    #expect(harness.state.keyScope == .gpu)
  }

  @Test("say where there is no GPU, and open nothing")
  func none() {
    var harness = ConsoleHarness()
    harness.take(.gpu(GPUReport(source: .none, reason: "No driver.")))
    harness.press("3<Enter>")
    #expect(harness.state.screens.isEmpty)
    #expect(harness.state.notice?.text.hasPrefix("No GPU is known here") == true)
    harness.press("jk<Left>+-m ")
  }

  @Test("keep the device in front when another goes, and leave one that has gone")
  func removed() {
    var harness = harness()
    harness.press("jj")
    let devices = ConsoleHarness.devices(8, at: ConsoleHarness.gpuStart + 500)
    harness.take(
      .gpu(
        GPUReport(
          source: .nvml, devices: Array(devices.dropFirst()), time: ConsoleHarness.gpuStart + 500)))
    #expect(harness.state.gpuDevice?.index == 2)
    harness.take(
      .gpu(
        GPUReport(
          source: .nvml, devices: devices.filter { $0.index != 2 },
          time: ConsoleHarness.gpuStart + 501)))
    #expect(harness.state.gpuDevice == nil)
    harness.press("<Enter>")
    #expect(
      harness.state.render().frame.text.contains("The driver does not list this GPU any more"))
    harness.press("]")
    #expect(harness.state.gpuDevice?.index == 3)
  }

  @Test("The mouse chooses a GPU, opens the one in front, and the wheel goes through them")
  func mouse() throws {
    var harness = harness()
    harness.press("z")
    let inside = try #require(harness.state.layout.inside(.gpu)).inset(columns: 1)
    let place = GPUPane(state: harness.state).grid(in: inside).places[5]
    harness.mouse(.press, place.column + 1, place.row + 1)
    #expect(harness.state.gpuIndex == 5)
    harness.mouse(.scrollUp, place.column, place.row)
    #expect(harness.state.gpuIndex == 4)
    harness.mouse(.scrollDown, place.column, place.row)
    harness.mouse(.press, place.column + 1, place.row + 1)
    #expect(harness.state.keyScope == .gpuScreen)
  }
}
