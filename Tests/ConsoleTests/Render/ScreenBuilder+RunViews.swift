import Console
import Foundation
import ProcessRunner
import SessionEngine
import TerminalCore

/// Runs that are searched, many at once, or that said nothing.
extension ScreenBuilder {
  /// A word is found in the first run, whose output goes on below the view of the second one.
  mutating func search() {
    press("5")
    run(toEpoch: 8)
    press("k")
    if var screen = state.runs[RunID(2)]?.screen {
      screen.totalScrolledLines += 132
      screen.scrollbackLines += 132
      screen.scrollOffset = 133
      take(.screen(RunID(2), screen))
    }
    press("4/loss")
    let line = state.runs[RunID(1)]?.screen.map { $0.totalScrolledLines + 3 } ?? 0
    take(
      .found(
        RunID(1), query: "loss", TerminalMatch(line: line, columns: 8..<12, ordinal: 3, total: 17)))
  }

  /// Five runs: one installs, one asks, one is paused, two are behind them.
  mutating func runFive() {
    press("4")
    run(toEpoch: 2)
    for number in 3...4 {
      take(.engine(.run(alone(number, "sweep \(number)", .running(processID: 7)))))
    }
    var install = snapshot(
      0, .install(step: 1, of: 2), .running(processID: 9), command: "pixi install -e cpu")
    install.progress = RunProgress(fraction: 0.436, words: "41 of 94 packages")
    install.attention = nil
    var asking = alone(5, "clean results", .running(processID: 8))
    asking.attention = "It asks: Remove 12 files? [y/N]"
    asking.options.timeoutSeconds = 600
    asking.isPinned = true
    take(.engine(.run(install)), .engine(.run(asking)))
    press("5[")
    show(["Results of 12 runs are in results/.", "Remove 12 files? [y/N]"], inLane: 4)
    tick(to: .init(hour: 10, minute: 14), uptime: 130)
    press("4")
  }

  private func alone(_ number: Int, _ title: String, _ runState: RunState) -> RunSnapshot {
    RunSnapshot(
      id: RunID(number), exercise: "exercise-2", environment: "gpu", provider: .pixi,
      purpose: .workload, title: title, commandLine: "pixi run -e gpu \(title)", state: runState,
      log: nil)
  }

  mutating func runWithoutFigures() {
    press("4")
    var lanes: [BatchLane] = []
    for lane in 0...1 {
      let end = RunState.ended(ExitReport(outcome: .exited(lane == 0 ? 0 : 1), seconds: 3.5))
      take(.engine(.run(snapshot(lane, .workload, end, command: "pixi run hello"))))
      lanes.append(
        BatchLane(environment: Self.environments[lane], phase: .ended, run: RunID(lane + 1)))
    }
    take(.engine(.batch(BatchSnapshot(id: .init(1), exercise: "exercise-2", lanes: lanes))))
    for lane in 0...1 { show(["Hello, galaxy."], inLane: lane) }
  }

  mutating func askWithFindings() {
    press("d")
    guard case .confirmBatch(var preview)? = state.dialog else { return }
    func finding(
      _ check: String, _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String?
    ) -> PreflightFinding {
      PreflightFinding(
        check: check, environment: "gpu", severity: severity, says: says, remedy: remedy)
    }
    preview.commands = .planned(
      PlannedCommands(
        installs: [],
        runs: ["pixi run -e cpu train --epochs 8", "pixi run -e gpu train --epochs 8"],
        preflight: [
          finding("lock", .fine, "The lock is there.", nil),
          finding(
            "driver", .blocking, "CUDA 12.9 needs driver 525.60, this machine has 470.82.",
            "Update the driver, or run in cpu."),
          finding(
            "preallocation", .warning, "JAX would take 75 % of the GPU's memory at once.",
            "XLA_PYTHON_CLIENT_PREALLOCATE=false is set for this run."),
          finding("gpu-memory", .unknown, "The GPU does not say how much memory is free.", nil),
          finding("disk", .fine, "60 GiB are free.", nil),
        ]))
    take(.planned(preview))
    press("++")
  }

  mutating func prefetch() {
    func item(
      _ environment: String, _ size: UInt64?, _ phase: PrefetchSnapshot.Item.Phase
    ) -> PrefetchSnapshot.Item {
      .init(
        exercise: "exercise-2", environment: environment, segment: "train", downloadBytes: size,
        phase: phase)
    }
    let fault = Diagnosis(says: "The channel does not answer.", remedy: "Look at the network.")
    var install = snapshot(
      0, .install(step: 1, of: 1), .running(processID: 9), command: "pixi install -e gpu")
    install.progress = RunProgress(fraction: 0.31, words: "29 of 94 packages")
    take(
      .engine(.run(install)),
      .engine(
        .prefetch(
          PrefetchSnapshot(
            items: [
              item("cpu", 900_000_000, .installed),
              item("gpu", 4_200_000_000, .installing(RunID(1))),
              item("jax-cuda118", 3_900_000_000, .waiting), item("docs", nil, .waiting),
              item("container", nil, .skipped("its lock file is missing")),
              item("old", 80_000_000, .failed(fault)),
            ], isPaused: false, freeDiskBytes: 52_000_000_000))))
    press("F<Enter>")
  }

  mutating func listTasks() {
    press("1t")
    take(
      .tasks(
        exercise: "exercise-2",
        [
          WorkspaceTask(
            name: "train", environments: ["cpu", "gpu"], command: "python train.py",
            summary: "Trains the network", dependsOn: ["data"], arguments: []),
          WorkspaceTask(
            name: "plot", environments: ["cpu"], command: "python plot.py {{ file }}",
            summary: "Draws the loss", dependsOn: [],
            arguments: [
              .init(name: "file", defaultValue: nil, choices: nil),
              .init(name: "format", defaultValue: "svg", choices: ["png", "svg"]),
            ]),
          WorkspaceTask(
            name: "data", environments: ["cpu"], command: "python data.py", summary: nil,
            dependsOn: [], arguments: []),
        ]))
    press("<Down>")
  }
}
