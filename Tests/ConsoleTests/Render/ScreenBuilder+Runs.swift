import Console
import ProcessRunner
import SessionEngine
import TerminalCore

/// The runs that pictures show.
extension ScreenBuilder {
  static let environments = ["cpu", "gpu"]

  /// Both lanes of a batch have got to an epoch; the last is the eighth.
  mutating func run(toEpoch last: Int, isOver: Bool = false) {
    var lanes: [BatchLane] = []
    for (lane, name) in Self.environments.enumerated() {
      let lines = self.lines(of: lane, toEpoch: last)
      let end = RunState.ended(ExitReport(outcome: .exited(0), seconds: lane == 0 ? 61.5 : 12.25))
      take(
        .engine(
          .run(
            snapshot(
              lane, .workload, isOver ? end : .running(processID: 7), printed: lines,
              command: "pixi run -e \(name) train --epochs 8"))))
      lanes.append(
        BatchLane(environment: name, phase: isOver ? .ended : .running, run: RunID(lane + 1)))
    }
    take(.engine(.batch(BatchSnapshot(id: .init(1), exercise: "exercise-2", lanes: lanes))))
    for lane in 0...1 { show(lines(of: lane, toEpoch: last), inLane: lane) }
  }

  /// The second environment's install ends with pixi's refusal; the first one waits no longer.
  mutating func failToInstall() {
    let text = """
      Error:   × Cannot install environment 'gpu'
        ╰─▶ Virtual package '__cuda' does not match any of the available virtual packages on \
      your machine: [__unix=0=0, __linux=6.8=0]
        help: You can mock the virtual package by overriding the environment variable, e.g.: \
      '`CONDA_OVERRIDE_CUDA=12.0`'
      """
    let diagnosis = Diagnosis(
      says: "The environment needs CUDA, and this machine has no NVIDIA driver for it.",
      remedy: "Use the cpu environment here, or the venv provider with `--provider venv`.",
      details: text)
    take(
      .engine(
        .run(
          snapshot(
            1, .install(step: 1, of: 1),
            .ended(ExitReport(outcome: .exited(1), seconds: 2.5)), diagnosis: diagnosis,
            command: "pixi install -e gpu --manifest-path "
              + "/home/student/atelier/galaxies/exercise-2/pixi.toml"))),
      .engine(
        .batch(
          BatchSnapshot(
            id: .init(1), exercise: "exercise-2",
            lanes: [
              BatchLane(environment: "cpu", phase: .cancelled),
              BatchLane(environment: "gpu", phase: .failed(diagnosis), run: RunID(2)),
            ]))))
    show(text.split(separator: "\n").map(String.init), inLane: 1)
  }

  func snapshot(
    _ lane: Int, _ purpose: RunPurpose, _ state: RunState, printed: [String] = [],
    diagnosis: Diagnosis? = nil, command: String
  ) -> RunSnapshot {
    var metrics = RunMetrics()
    for line in printed { metrics.read(line) }
    let name = Self.environments[lane]
    return RunSnapshot(
      id: RunID(lane + 1), exercise: "exercise-2", environment: name, provider: .pixi,
      purpose: purpose, title: "train in \(name)", commandLine: command, state: state,
      metrics: metrics, log: nil, diagnosis: diagnosis)
  }

  func lines(of lane: Int, toEpoch last: Int) -> [String] {
    let facts = [
      "framework=torch version=2.7.1 device=cpu epochs=8",
      "framework=torch version=2.7.1 device=cuda epochs=8 device_name=\"Tesla T4\"",
    ]
    return [facts[lane], "銀河 galaxies"]
      + (1...last).map { epoch in
        let loss = 24 / Double(10 + epoch * (lane + 2))
        let speed = lane == 0 ? 1_204 : 15_321
        return "epoch=\(epoch) loss=\(loss.formatted(.number.precision(.fractionLength(4)))) "
          + "accuracy=0.\(60 + 3 * epoch) images_per_second=\(speed)"
      }
  }

  /// Prints lines on a lane's terminal, which has the size the console gave it, as one would:
  /// broken at its edge.
  mutating func show(_ lines: [String], inLane lane: Int, isBack offset: Int = 0) {
    let id = RunID(lane + 1)
    let size = state.runs[id]?.size ?? Size(columns: 80, rows: 24)
    let rows = lines.flatMap { broken($0, at: size.columns) }
    let shown = rows.suffix(size.rows - 1)
    var buffer = CellBuffer(size: size)
    for (row, text) in shown.enumerated() {
      buffer.write(text, column: 0, row: row, style: .plain)
    }
    take(
      .screen(
        id,
        TerminalSnapshot(
          buffer: buffer, cursor: Point(column: 0, row: shown.count),
          scrollbackLines: rows.count - shown.count, scrollOffset: offset,
          isAlternateScreen: false, totalScrolledLines: rows.count - shown.count)))
  }

  private func broken(_ line: String, at columns: Int) -> [String] {
    var rows = [""]
    for character in line {
      let width = TextWidth.columns(of: rows[rows.count - 1]) + TextWidth.columns(of: character)
      if width > columns { rows.append("") }
      rows[rows.count - 1].append(character)
    }
    return rows
  }
}
