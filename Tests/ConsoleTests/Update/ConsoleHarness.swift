import Console
import Foundation
import ProcessRunner
import SessionEngine
import TerminalCore
import WorkshopModel

/// A console with two exercises, driven by events, its effects collected.
struct ConsoleHarness {
  var state: ConsoleState
  var effects: [ConsoleEffect] = []

  init(columns: Int = 120, rows: Int = 40) {
    let segments = [
      Segment(
        id: "one", title: "One", kind: .tutorial, offsetMinutes: 0, minutes: 30,
        exercises: ["exercise-1"]),
      Segment(id: "pause", title: "Pause", kind: .break, offsetMinutes: 30, minutes: 10),
      Segment(
        id: "two", title: "Two", kind: .tutorial, offsetMinutes: 40, minutes: 30,
        exercises: ["exercise-2"]),
    ]
    let workshop = Workshop(
      id: "test", title: "Test", event: "Tests", location: nil, starts: TimeOfDay(minutes: 540),
      segments: segments, corrections: [],
      exercises: [
        Self.exercise("exercise-1", environments: ["default", "docs"], workloads: ["default"]),
        Self.exercise("exercise-2", environments: ["cpu", "gpu"], workloads: ["cpu", "gpu"]),
      ])
    state = ConsoleState(
      size: Size(columns: columns, rows: rows), themes: [.monochrome, .monochrome],
      glyphs: .unicode, workshop: workshop,
      roomClock: RoomClock(
        workshop: workshop, start: .announced, opened: DayTime(hour: 9, minute: 0)),
      clock: ClockReading(secondsSinceMidnight: 9 * 3600, uptime: 100), workspaceName: "~/test",
      workspacePath: "/home/test/test")
  }

  private static func exercise(
    _ id: String, environments: [String], workloads: [String]
  ) -> Exercise {
    Exercise(
      id: id, title: id, goal: "It runs.", folder: URL(filePath: "/nowhere"), starterFiles: [],
      mainFile: "train.py",
      environments: environments.map { name in
        EnvironmentDeclaration(
          name: name, title: "The \(name) one", cuda: nil, requirements: [], gpuRequirements: [],
          extraIndex: nil, probeModule: "json")
      },
      workloads: workloads.map { Workload(environment: $0, task: "train", arguments: []) })
  }

  /// Takes events in; only the effects of the last call are kept.
  @discardableResult
  mutating func take(_ events: ConsoleEvent...) -> [ConsoleEffect] {
    effects = events.flatMap { state.update($0) }
    return effects
  }

  @discardableResult
  mutating func press(_ keys: String) -> [ConsoleEffect] {
    effects = Keys.parse(keys).flatMap { state.update(.terminal(.key($0))) }
    return effects
  }

  @discardableResult
  mutating func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) -> [ConsoleEffect] {
    take(.terminal(.mouse(MouseEvent(action, at: Point(column: column, row: row)))))
  }

  @discardableResult
  mutating func tick() -> [ConsoleEffect] {
    state.clock.uptime += 1
    return take(.tick(state.clock))
  }

  /// Opens an exercise with its files listed.
  mutating func open(
    _ exercise: String = "exercise-2", files: [String] = ["train.py", "notes.md"]
  ) {
    state.outlineSelection =
      state.outlineRows.firstIndex { row in
        state.workshop.segments[row.segment].exercises.contains(exercise)
      } ?? 0
    state.focus = .outline
    press("<Enter>")
    take(
      .workbench(.opened(exercise: exercise, page: .loaded("# Page"), files: files, notice: nil)))
  }

  /// Brings a file to the front, as read from disk.
  mutating func openFile(
    _ path: String = "train.py", in exercise: String = "exercise-2", text: String = "one\n"
  ) {
    state.focus = .outline
    press("f")
    guard case .files? = state.dialog, let bench = state.workbench,
      let row = bench.tabs.firstIndex(of: .file(path))
    else { return }
    press(String(repeating: "<Down>", count: row) + "<Enter>")
    take(
      .workbench(
        .fileOpened(
          exercise: exercise, path: path,
          .opened(EditorPane(path: "/ws/\(exercise)/\(path)", name: path, text: text)))))
  }

  func run(
    _ number: Int, _ state: RunState, environment: String = "cpu",
    purpose: RunPurpose = .workload
  ) -> RunSnapshot {
    RunSnapshot(
      id: RunID(number), exercise: "exercise-2", environment: environment, provider: .venv,
      purpose: purpose, title: "train in \(environment)", commandLine: "python train.py",
      state: state, log: nil)
  }

  /// A batch whose lanes run, one run for each environment.
  mutating func startBatch(_ number: Int = 1, _ environments: [String] = ["cpu", "gpu"]) {
    var lanes: [BatchLane] = []
    for (index, environment) in environments.enumerated() {
      let id = number * 10 + index
      take(.engine(.run(run(id, .running(processID: 7), environment: environment))))
      lanes.append(BatchLane(environment: environment, phase: .running, run: RunID(id)))
    }
    take(
      .engine(
        .batch(
          BatchSnapshot(id: .init(number), exercise: "exercise-2", lanes: lanes))))
  }

  mutating func endBatch(_ number: Int = 1, _ environments: [String] = ["cpu", "gpu"]) {
    var lanes: [BatchLane] = []
    for (index, environment) in environments.enumerated() {
      let id = number * 10 + index
      take(.engine(.run(run(id, Self.ended, environment: environment))))
      lanes.append(BatchLane(environment: environment, phase: .ended, run: RunID(id)))
    }
    take(
      .engine(
        .batch(BatchSnapshot(id: .init(number), exercise: "exercise-2", lanes: lanes))))
  }

  static let ended = RunState.ended(ExitReport(outcome: .exited(0), seconds: 3))

  /// Opens a shell that is typed into.
  mutating func openShell(_ number: Int = 90) {
    take(
      .engine(.run(run(number, .running(processID: 8), purpose: .shell))),
      .shellOpened(RunID(number), exercise: "exercise-2"))
  }

  static func screen(
    scrollback: Int, offset: Int = 0, total: Int? = nil
  ) -> TerminalSnapshot {
    TerminalSnapshot(
      buffer: CellBuffer(size: Size(columns: 20, rows: 5)), cursor: nil,
      scrollbackLines: scrollback, scrollOffset: offset, isAlternateScreen: false,
      totalScrolledLines: total ?? scrollback)
  }

  static let commands = PlannedCommands(installs: [], runs: ["python train.py"])
}
