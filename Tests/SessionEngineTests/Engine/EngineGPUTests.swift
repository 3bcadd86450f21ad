import Foundation
import GPUMetrics
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct EngineGPUTests {
  private func device(_ index: Int, _ processes: [Int32], at time: Double) -> GPUDevice {
    var device = GPUDevice(index: index)
    device.uuid = "GPU-\(index)"
    device.time = time
    device.utilizationPercent = 50
    device.powerWatts = 200
    device.processes = processes.map {
      GPUProcess(pid: $0, kinds: [.compute], memoryBytes: 1 << 30, smPercent: 40)
    }
    return device
  }

  /// The newest that was told.
  private func ownership(_ fixture: EngineFixture) async throws -> GPUOwnership {
    func newest() -> GPUOwnership? {
      fixture.events.all.compactMap { event -> GPUOwnership? in
        if case .gpu(let told) = event { told } else { nil }
      }.last
    }
    try await waitUntil("whose they are is told") { newest() != nil }
    return try #require(newest())
  }

  /// `setsid` and two forks: the child has lost its parent, its session and its terminal.
  private static let daemon = """
    (setsid sh -c 'echo $$ > "$0/$1.tmp"; mv "$0/$1.tmp" "$0/$1"; exec sleep 300' "$0" "$1" \
    </dev/null >/dev/null 2>&1 &)
    """

  private func script(_ folder: String, _ name: String) -> String {
    Self.daemon.replacing("$0/$1", with: "\(folder)/\(name)").replacing(" \"$0\" \"$1\"", with: "")
      + "\nexec sleep 300"
  }

  private func number(_ fixture: EngineFixture, _ name: String) async throws -> Int32 {
    try await waitUntil("\(name) runs") { try fixture.processNumber(in: name) != nil }
    return try #require(try fixture.processNumber(in: name))
  }

  @Test func daemonsOfTwoRunsAreFoundAndWhatTheyUseIsKept() async throws {
    let directory = try TemporaryDirectory()
    let memory = await EngineFixture.memory(in: directory)
    let fixture = try EngineFixture(
      installed: ["cpu", "gpu"], in: directory, memory: memory
    ) { folder in
      [
        "cpu": .init(workload: script(folder, "first")),
        "gpu": .init(workload: script(folder, "second")),
      ]
    }
    let first = try await fixture.startRun(in: "cpu")
    let second = try await fixture.startRun(in: "gpu")
    let (one, two) = (try await number(fixture, "first"), try await number(fixture, "second"))
    let now = Date().timeIntervalSince1970 + 5
    for second in 0...2 {
      let time = now + Double(second)
      await fixture.engine.note(
        GPUReport(
          source: .nvml, devices: [device(0, [one], at: time), device(1, [two, 1], at: time)],
          time: time))
    }
    let told = try await ownership(fixture)
    #expect(told.devices[0].shares.map(\.owner) == [.run(first)])
    #expect(told.devices[1].shares.map(\.owner) == [.run(second), .other])
    #expect(told.devices.map(\.runs) == [[first], [second]])
    #expect(told.marks.filter { $0.kind == .began }.map(\.run).sorted() == [first, second])
    // Its mark alone tells, too: the tree is not asked where there are no roots.
    let table = LinuxProcessTable()
    #expect(table.mark(of: one)?.run == first && table.mark(of: two)?.run == second)

    await fixture.engine.close()
    let kept = await EngineFixture.memory(in: directory)
    let history = try #require(kept.history)
    let alone = try #require(GPUUse(try history.gpuUses(of: first)))
    #expect(alone.seconds == 2 && alone.energyJoules == 400 && !alone.wasShared)
    #expect(alone.meanUtilizationPercent == 40 && alone.peakMemoryBytes == 1 << 30)
    let uses = try history.gpuUses(of: second)
    #expect(uses.map(\.device.text) == ["GPU-1"])
    #expect(uses.first?.use.wasShared == true && uses.first?.use.energyJoules == 400)
    await kept.close()
  }

  @Test func whereNoProcessIsShownTheOneGPUIsOfTheRunThatSaysSo() async throws {
    let fixture = try EngineFixture(installed: ["gpu"]) { folder in
      [
        "gpu": .init(
          workload: "echo 'device=cuda:0 epoch=1 loss=1'; echo > '\(folder)/said'; exec sleep 300")
      ]
    }
    let run = try await fixture.startRun(in: "gpu")
    try await waitUntil("it has said so") {
      await fixture.engine.run(run)?.metrics.device == "cuda:0"
    }
    for time in [10.0, 11] {
      await fixture.engine.note(
        GPUReport(source: .nvml, devices: [device(0, [], at: time)], time: time))
    }
    let use = await fixture.engine.gpuUses(of: run).first?.use
    #expect(use?.isOfDevice == true && use?.meanUtilizationPercent == 50)
    #expect(use?.energyJoules == 200)
    // Of two nobody can tell which one it has; one with a stranger on it is the stranger's.
    for devices in [[device(0, [], at: 12), device(1, [], at: 12)], [device(0, [1], at: 12)]] {
      await fixture.engine.note(GPUReport(source: .nvml, devices: devices, time: 12))
    }
    #expect(await fixture.engine.gpuUses(of: run).first?.use == use)
    await fixture.engine.close()
  }

  @Test func aFailedRunAndItsEpochsAreMarked() async throws {
    let fixture = try EngineFixture(installed: ["gpu"]) { _ in
      ["gpu": .init(workload: "echo 'epoch=1 loss=1 accuracy=0.5'; exit 3")]
    }
    let (_, runs) = try await fixture.carryOut(fixture.request("gpu"))
    let id = try #require(runs.first??.id)
    await fixture.engine.note(GPUReport(source: .nvml, devices: [device(0, [], at: 9)], time: 9))
    let marks = try await ownership(fixture).marks
    #expect(marks.map(\.kind) == [.began, .epoch(1), .failed])
    #expect(Set(marks.map(\.run)) == [id])
    await fixture.engine.close()
  }
}
