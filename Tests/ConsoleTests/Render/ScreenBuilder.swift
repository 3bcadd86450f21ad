import Console
import Foundation
import GPUMetrics
import ProcessRunner
import SessionEngine
import TerminalCore
import WorkshopModel

/// A console brought to where a picture is taken, by events alone.
struct ScreenBuilder {
  var state: ConsoleState

  init(size: Size, glyphs: GlyphSet = .unicode, theme: Theme = .monochrome) {
    let workshop = ScreenWorkshop.value
    let clock = ClockReading(secondsSinceMidnight: 9 * 3600 + 7 * 60 + 12, uptime: 40)
    state = ConsoleState(
      size: size, themes: [theme], glyphs: glyphs, workshop: workshop,
      roomClock: RoomClock(
        workshop: workshop, start: .announced, opened: DayTime(hour: 9, minute: 0)),
      clock: clock, workspaceName: "~/atelier/galaxies",
      workspacePath: "/home/student/atelier/galaxies")
    state.selectWhereTheRoomIs()
  }

  mutating func take(_ events: ConsoleEvent...) {
    for event in events { _ = state.update(event) }
  }

  mutating func press(_ keys: String) {
    for key in Keys.parse(keys) { take(.terminal(.key(key))) }
  }

  mutating func tick(to time: DayTime, uptime: Double) {
    take(.tick(ClockReading(secondsSinceMidnight: time.seconds, uptime: uptime)))
  }

  /// Opens the second exercise, whose row is the fifth, under pixi.
  mutating func openExercise() {
    take(
      .engine(.provider(ProviderDescription(kind: .pixi, version: "0.77.0", notes: []))),
      .engine(
        .environments(
          exercise: "exercise-2",
          [status("cpu", .installed), status("gpu", .notInstalled)])))
    press("<Home><Down><Down><Down><Down><Enter>")
    take(
      .workbench(
        .opened(
          exercise: "exercise-2", page: .loaded(ScreenWorkshop.page),
          files: ["pixi.toml", "train.py"], notice: nil)))
  }

  private func status(_ name: String, _ state: EnvironmentStatus.State) -> EnvironmentStatus {
    EnvironmentStatus(
      name: name, title: name, provider: .pixi, state: state, prefix: nil,
      note: name == "gpu" ? "gpu: pixi.toml asks for CUDA 12; this machine's driver has 12.4." : nil
    )
  }

  /// Two devices: one that says only half, one that is gone.
  mutating func lookAtGPUs() {
    for (number, busy) in [10, 35, 80, 95, 60, 84].enumerated() {
      var first = GPUDevice(index: 0)
      first.name = "Tesla T4"
      first.utilizationPercent = busy
      first.memoryTotalBytes = 16_106_127_360
      first.smClockMegahertz = 1590
      var second = GPUDevice(index: 1)
      second.name = "Tesla T4"
      second.fault = "The driver has lost this GPU: it answers again after a restart."
      take(
        .gpu(
          GPUReport(
            source: .nvml, driver: "550.54.15", cuda: "12.4", devices: [first, second],
            time: Double(95 + number))))
    }
  }

  /// Opens a file of the exercise and types into it without saving.
  mutating func edit() {
    press("f<Down><Down><Enter>")
    take(
      .workbench(
        .fileOpened(
          exercise: "exercise-2", path: "train.py",
          .opened(
            EditorPane(path: "/ws/train.py", name: "train.py", text: ScreenWorkshop.program)))))
    press("# ")
  }
}
