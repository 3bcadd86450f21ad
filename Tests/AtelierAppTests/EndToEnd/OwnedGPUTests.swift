import Foundation
import SessionEngine
import TestSupport
import Testing

extension EndToEnd {
  /// Two GPUs, on which a run has a process as soon as it is there.
  @Suite(.serialized) struct OwnedGPUTests {
    /// The training below the double of pixi, which carries the run's mark.
    private func program(in sandbox: Sandbox) -> Int32? {
      let found = sandbox.marked.alive().first { number in
        let folder = URL(filePath: "/proc/\(number)")
        let command = try? Data(contentsOf: folder.appending(path: "cmdline"))
        let variables = try? Data(contentsOf: folder.appending(path: "environ"))
        return command?.range(of: Data("\0train.py\0".utf8)) != nil
          && variables?.range(of: Data("ATELIER_RUN=".utf8)) != nil
      }
      return found.flatMap { Int32(exactly: $0) }
    }

    private func devices(_ processes: [Int: FakeGPUProcess]) -> [FakeGPU] {
      [0, 1].map { index in
        FakeGPU.healthy(index).with(["gpu": "\(60 + index)"])
          .running([processes[index]].compactMap(\.self))
      }
    }

    @Test func eachOfTwoRunsHasTheDeviceItWasOn() async throws {
      let library = try await FakeNVML(devices([:]))
      let sandbox = try Sandbox(
        pixi: { try PixiDouble(in: $0, cuda: "12.4") },
        variables: ["ATELIER_NVML": library.libraryPath])
      let workshop = try FigureWorkshop(sandbox)
      for index in [0, 1] {
        try library.script(devices([:]))
        let before = await workshop.newest()?.id
        async let outcome = sandbox.atelier(workshop.arguments)
        try await waitUntil("the program of run \(index) is there", timeout: .seconds(60)) {
          program(in: sandbox) != nil
        }
        let process = FakeGPUProcess(
          try #require(program(in: sandbox)), memory: 3 << 30,
          utilization: ["sm": "\(60 + index)", "mem": "5"])
        try library.script(devices([index: process]))
        try await waitUntil("what it used is kept", timeout: .seconds(60)) {
          guard let run = await workshop.newest()?.id, run != before else { return false }
          let use = await workshop.read { GPUUse(try $0.gpuUses(of: run)) }
          return (use?.seconds ?? 0) > 1
        }
        try workshop.openGate()
        #expect(try await outcome.status == 0)

        let run = try #require(await workshop.newest()?.id)
        let shown = try await sandbox.atelier("runs", "show", "\(run.number)", "--json")
        let uses = try #require(try shown.object()["gpus"] as? [[String: Any]], "\(shown)")
        #expect(uses.count == 1)
        #expect(uses.first?["device"] as? String == FakeGPU.healthy(index).values["uuid"])
        #expect(uses.first?["mean_utilization_percent"] as? Double == Double(60 + index))
        #expect(uses.first?["peak_memory_bytes"] as? Int == 3 << 30)
        #expect(uses.first?["shared"] as? Bool == false)
        #expect(uses.first?["joules_per_thousand_images"] is NSNull)
        let seconds = try #require(uses.first?["seconds"] as? Double)
        let energy = try #require(uses.first?["energy_joules"] as? Double)
        #expect(abs(energy - seconds * 300.5) < seconds)
        let text = try await sandbox.atelier("runs", "show", "\(run.number)").output
        #expect(text.contains("Fake GPU of the tests \(index): "), "\(text)")
      }
      withExtendedLifetime(library) {}
    }
  }
}
