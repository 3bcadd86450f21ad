import Foundation
import ProcessRunner
import SessionEngine
import Testing

@testable import AtelierApp

@Suite struct RunResultTests {
  private func snapshot(
    _ outcome: ExitReport.Outcome, purpose: RunPurpose = .workload, lines: [String] = [],
    diagnosis: Diagnosis? = nil
  ) -> RunSnapshot {
    var metrics = RunMetrics()
    for line in lines { metrics.read(line) }
    return RunSnapshot(
      id: RunID(1), exercise: "exercise-3", environment: "gpu", provider: .pixi,
      purpose: purpose, title: "train in gpu", commandLine: "pixi run train",
      state: .ended(ExitReport(outcome: outcome, seconds: 2.5, peakMemoryBytes: 1024)),
      metrics: metrics, log: "/runs/one.log", diagnosis: diagnosis)
  }

  private func json(_ result: RunResult) throws -> String { try JSONText.encode(result) }

  @Test func writesWhatTheRunSaid() throws {
    let run = snapshot(
      .exited(0),
      lines: [
        "framework=torch device=cuda", "epoch=1 loss=0.5 accuracy=0.75 images_per_second=100",
        "event=done peak_memory_bytes=4096 epochs=1",
      ])
    let result = RunResult(
      lane: BatchLane(environment: "gpu", phase: .ended, run: run.id), run: run, provider: .pixi)
    #expect(
      try json(result) == """
        {
          "cpu_seconds" : null,
          "device" : "cuda",
          "environment" : "gpu",
          "exit_code" : 0,
          "fault" : null,
          "log" : "/runs/one.log",
          "log_fault" : null,
          "metrics" : {
            "epochs" : 1,
            "final_accuracy" : 0.75,
            "final_loss" : 0.5,
            "images_per_second" : 100
          },
          "name" : null,
          "peak_memory_bytes" : 4096,
          "provider" : "pixi",
          "repetition" : null,
          "run" : 1,
          "seconds" : 2.5
        }
        """)
    #expect(result.isWell)
  }

  @Test func whatIsNotKnownIsNull() throws {
    let result = RunResult(
      lane: BatchLane(environment: "gpu", phase: .cancelled), run: nil, provider: .venv)
    #expect(
      try json(result) == """
        {
          "cpu_seconds" : null,
          "device" : null,
          "environment" : "gpu",
          "exit_code" : null,
          "fault" : "Stopped before it ran.",
          "log" : null,
          "log_fault" : null,
          "metrics" : {
            "epochs" : 0,
            "final_accuracy" : null,
            "final_loss" : null,
            "images_per_second" : null
          },
          "name" : null,
          "peak_memory_bytes" : null,
          "provider" : "venv",
          "repetition" : null,
          "run" : null,
          "seconds" : null
        }
        """)
    #expect(!result.isWell)
  }

  @Test func aTasksEndIsItsOwn() {
    let result = RunResult(
      lane: BatchLane(environment: "gpu", phase: .ended, run: RunID(1)),
      run: snapshot(.exited(0), purpose: .task("lint")), provider: .pixi)
    #expect(result.run == 1 && result.exitCode == 0 && result.seconds == 2.5)
    #expect(result.isWell)
  }

  @Test func theSpeedIsTheMedianOverTheEpochs() {
    let run = snapshot(
      .exited(0),
      lines: [100, 900, 1000, 1100, 700].enumerated().map { index, speed in
        "epoch=\(index + 1) loss=0.5 accuracy=0.75 images_per_second=\(speed)"
      })
    let result = RunResult(
      lane: BatchLane(environment: "gpu", phase: .ended, run: run.id), run: run, provider: .pixi)
    #expect(result.metrics.imagesPerSecond == 900)
    #expect(result.text.contains("900 images/s"))
  }

  @Test func anInstallsEndIsNotTheRuns() {
    let diagnosis = Diagnosis(says: "No space.", remedy: "Make room.")
    let run = snapshot(.exited(1), purpose: .install(step: 1, of: 1), diagnosis: diagnosis)
    let result = RunResult(
      lane: BatchLane(environment: "gpu", phase: .failed(diagnosis), run: run.id), run: run,
      provider: .pixi)
    #expect(result.exitCode == nil)
    #expect(result.seconds == nil)
    #expect(result.peakMemoryBytes == nil)
    #expect(result.log == "/runs/one.log")
    #expect(result.fault == "No space. Make room.")
    #expect(result.text.hasPrefix("gpu (pixi): did not run"))
  }

  @Test(
    arguments: [
      (.exited(3), 3, "exit status 3"), (.signaled(9), 137, "killed (SIGKILL)"),
      (.failedToStart("It is not there."), 127, "did not start: It is not there."),
      (.unknown, nil, "nobody saw how"),
    ] as [(ExitReport.Outcome, Int32?, String)])
  func aBadEndIsAFault(outcome: ExitReport.Outcome, code: Int32?, words: String) {
    let run = snapshot(outcome)
    let result = RunResult(
      lane: BatchLane(environment: "gpu", phase: .ended, run: run.id), run: run, provider: .pixi)
    #expect(result.exitCode == code)
    #expect(result.fault?.contains(words) == true)
    #expect(!result.isWell)
  }
}
