import GPUMetrics
import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite("Keys on the full screen of a GPU")
struct GPUScreenKeysTests {
  private func harness(columns: Int = 120, rows: Int = 40) -> ConsoleHarness {
    var harness = ConsoleHarness(columns: columns, rows: rows)
    harness.startBatch()
    harness.lookAt(gpus: 4)
    harness.press("3<Enter>")
    return harness
  }

  private func selected(_ harness: ConsoleHarness) -> GPUProcessRow.ID? {
    guard let screen = harness.state.gpuScreen, let device = harness.state.gpuDevice else {
      return nil
    }
    let view = GPUScreenView(state: harness.state, screen: screen)
    let rows = view.processTable(of: device).rows
    return view.selectedProcess(in: rows).map { rows[$0].id }
  }

  @Test(
    "go through processes and their owners",
    arguments: [
      ("", GPUProcessRow.ID.owner(.run(RunID(10)))), ("j", .process(1, part: "")),
      ("jj", .owner(.other)), ("G", .process(3, part: "")), ("Gk", .owner(.hidden)),
      ("<PageDown>", .process(3, part: "")), ("G<Home>", .owner(.run(RunID(10)))),
      ("tj", .process(2, part: "")),
    ])
  func rows(keys: String, row: GPUProcessRow.ID) {
    var harness = harness()
    harness.press(keys)
    #expect(selected(harness) == row)
  }

  @Test("keep the process in front when the order changes")
  func kept() {
    var harness = harness()
    harness.press("tj")
    let before = selected(harness)
    harness.press("s")
    #expect(selected(harness) == before)
    harness.press("S")
    #expect(selected(harness) == before)
  }

  @Test(
    "sort, and say how",
    arguments: [
      ("", "by memory, most first"), ("S", "by memory, least first"),
      ("s", "by SM time, most first"), ("ss", "by process number, lowest first"),
      ("ssS", "by process number, highest first"), ("sss", "by memory, most first"),
    ])
  func sorting(keys: String, words: String) {
    var harness = harness()
    harness.press(keys)
    #expect(harness.state.render().frame.text.contains(words))
  }

  @Test("go to the run that has a process, and say where there is none to go to")
  func opening() {
    var harness = harness()
    harness.press("j<Enter>")
    #expect(harness.state.screens.isEmpty)
    #expect(harness.state.focus == .firstRun)
    harness.press("3<Enter>jj<Enter>")
    #expect(harness.state.notice?.text.hasPrefix("No run of this console has it") == true)
  }

  @Test("go to the list of figures, which draws the one in front")
  func figures() {
    var harness = harness()
    harness.press("<Tab>j")
    #expect(harness.state.gpuView.metric == .memoryUtilization)
    harness.press("<Home>")
    #expect(harness.state.gpuView.metric == .utilization)
    // Beyond the numbers stand facts, and the figure that is drawn stays.
    harness.press("<End>")
    #expect(harness.state.gpuScreen?.fact == "CUDA up to")
    #expect(harness.state.gpuView.metric == .utilization)
    harness.press("<Tab>")
    #expect(harness.state.gpuScreen?.list == .processes)
  }

  @Test("reach every metric there is", arguments: GPUMetric.allCases)
  func every(metric: GPUMetric) throws {
    var harness = harness()
    let place = try #require(GPUMetric.allCases.firstIndex(of: metric))
    harness.press("<Tab><Home>" + String(repeating: "j", count: place))
    #expect(harness.state.gpuView.metric == metric)
    harness.press("?")
    let text = harness.state.render().frame.text
    #expect(text.contains("\(metric.name) of GPU 0"))
    for part in ["Now: ", "State: ", "Unit: ", "Range: "] { #expect(text.contains(part)) }
  }

  @Test(
    "explain a figure with its state, and close the explanation",
    arguments: ["<Esc>", "q", "?", "<Enter>"])
  func explaining(key: String) {
    var harness = harness()
    harness.press("?")
    let text = harness.state.render().frame.text
    #expect(text.contains("State: known, read at 22:20:00"))
    #expect(text.contains("It is not load"))
    harness.press(key)
    #expect(harness.state.dialog == nil)
    #expect(harness.state.keyScope == .gpuScreen)
  }

  @Test("explain an old figure with its age and what is stuck")
  func stale() {
    var harness = harness()
    var device = ConsoleHarness.devices(1, at: ConsoleHarness.gpuStart + 400)[0]
    device[.utilization] = device[.utilization].aged
    device.stuck = GPUStuckCall(figure: "Temperature", seconds: 19)
    harness.take(
      .gpu(
        GPUReport(source: .nvml, devices: [device], time: ConsoleHarness.gpuStart + 420)))
    harness.press("?")
    let text = harness.state.render().frame.text
    #expect(text.contains("State: old: read 20 s ago, and not since"))
    #expect(text.contains("Stuck: Temperature has not been answered for 19 s."))
  }

  @Test("still help with F1, and go back")
  func helpAndBack() {
    var harness = harness()
    harness.press("<F1>")
    #expect(harness.state.dialog == .help(scroll: 0))
    #expect(harness.state.render().frame.text.contains("Help: One GPU"))
    harness.press("<Esc><Esc>")
    #expect(harness.state.screens.isEmpty)
  }

  @Test("give the graph the whole screen, and take it back")
  func graphOnly() {
    var harness = harness()
    harness.press("z")
    #expect(!harness.state.render().frame.text.contains("3 processes"))
    harness.press("z")
    #expect(harness.state.render().frame.text.contains("3 processes"))
  }

  @Test("share figure, time and freezing with the pane")
  func shared() {
    var harness = harness()
    harness.press("m- ]<Esc>")
    #expect(harness.state.gpuView.metric == .memoryUsed)
    #expect(harness.state.gpuView.zoom == .fiveSeconds)
    #expect(harness.state.gpuView.frozen != nil)
    #expect(harness.state.gpuIndex == 1)
  }

  @Test("A click chooses a row, a second one opens it, and the wheel over the graph goes back")
  func mouse() {
    var harness = harness()
    let view = GPUScreenView(state: harness.state, screen: GPUScreenState())
    let parts = view.parts(of: harness.state.screenBody)
    let rows = view.rowsArea(of: parts.processes, list: .processes)
    harness.mouse(.press, rows.column + 4, rows.row + 1)
    #expect(selected(harness) == .process(1, part: ""))
    harness.mouse(.scrollUp, parts.graph.column + 20, parts.graph.row + 2)
    #expect(harness.state.gpuView.end != nil)
    harness.mouse(.press, rows.column + 4, rows.row + 1)
    #expect(harness.state.screens.isEmpty)
  }

  @Test("A click on the figures beside the processes draws one")
  func clickOnFigures() {
    var harness = harness(columns: 200, rows: 60)
    let view = GPUScreenView(state: harness.state, screen: GPUScreenState())
    let figures = view.parts(of: harness.state.screenBody).figures
    let rows = view.rowsArea(of: figures, list: .figures)
    harness.mouse(.press, rows.column + 4, rows.row + 4)
    #expect(harness.state.gpuView.metric == .memoryUsed)
    #expect(harness.state.gpuScreen?.list == .figures)
  }

  @Test("serve a console that only looks as well")
  func readOnly() {
    var harness = harness()
    harness.take(.engine(.memory(.readOnly(heldBy: 4711))))
    harness.press("<Tab>jm-<Left> ts?")
    #expect(harness.state.dialog == .gpuFigure(.metric(.memoryClock), scroll: 0))
  }
}
