import Foundation
import GPUMetrics
import SessionEngine
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct KeptFigureTests {
    private func workshop(_ devices: [FakeGPU]) async throws -> (FigureWorkshop, FakeNVML) {
      let library = try await FakeNVML(devices)
      let sandbox = try Sandbox(
        pixi: { try PixiDouble(in: $0, cuda: "12.4") },
        variables: ["ATELIER_NVML": library.libraryPath])
      return (try FigureWorkshop(sandbox), library)
    }

    private func number(_ outcome: CommandOutcome) throws -> String {
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      #expect(outcome.status == 0 && runs.count == 1, "\(outcome)")
      return String(try #require(runs[0]["run"] as? Int))
    }

    private func figures(of outcome: CommandOutcome) throws -> [String: [String: Any]] {
      let list = try #require(try outcome.object()["figures"] as? [[String: Any]], "\(outcome)")
      return Dictionary(uniqueKeysWithValues: list.map { ($0["id"] as? String ?? "", $0) })
    }

    private func medians(_ figure: [String: Any]?) -> [Double?] {
      (figure?["values"] as? [Any] ?? []).map { ($0 as? [String: Any])?["median"] as? Double }
    }

    @Test func whatOneGPUTookIsComparedBetweenRuns() async throws {
      let (workshop, library) = try await workshop([.healthy(0)])
      let first = try number(try await workshop.run(seconds: 3))
      let second = try number(try await workshop.run(seconds: 3))
      let outcome = try await workshop.sandbox.atelier(
        "compare", first, second, "--json", "--exercises", workshop.folder)
      let figures = try figures(of: outcome)
      let utilizations = medians(figures["gpu_utilization_percent"])
      #expect(utilizations.count == 2)
      for utilization in utilizations { #expect(abs((utilization ?? 0) - 40) < 0.001) }
      let energies = medians(figures["gpu_energy_joules"])
      let seconds = medians(figures["wall_seconds"])
      for (energy, seconds) in zip(energies, seconds) {
        // 300.5 W over a part of the run's time.
        let energy = try #require(energy)
        #expect(energy > 300.5 && energy <= 300.5 * (seconds ?? 0))
      }
      withExtendedLifetime(library) {}
    }

    @Test func ofTwoGPUsNobodyKnowsWhichOneARunHas() async throws {
      let (workshop, library) = try await workshop([.healthy(0), .healthy(1)])
      let first = try number(try await workshop.run(seconds: 3))
      let second = try number(try await workshop.run(seconds: 3))
      let outcome = try await workshop.sandbox.atelier(
        "compare", first, second, "--json", "--exercises", workshop.folder)
      let figures = try figures(of: outcome)
      #expect(figures["gpu_energy_joules"] == nil && figures["gpu_utilization_percent"] == nil)
      #expect(medians(figures["images_per_second"]) == [1000, 1000])
      withExtendedLifetime(library) {}
    }

    @Test func killedInTheMiddleOfItsFiguresAtMostTheLastSecondIsMissing() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let workshop = try FigureWorkshop(sandbox)
      let process = Process()
      process.executableURL = URL(filePath: try BuiltProduct.path("atelier"))
      process.arguments = workshop.arguments
      process.environment = sandbox.environment
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      func printed(in log: String) throws -> [Substring] {
        let text = try String(contentsOfFile: log, encoding: .utf8)
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
          .filter { $0.hasPrefix("step=") }
      }
      try await waitUntil("it has printed 1,000 figures", timeout: .seconds(60)) {
        guard let log = await workshop.newest()?.log else { return false }
        return try printed(in: log).count >= 1000
      }
      kill(process.processIdentifier, SIGKILL)
      try await waitUntil("it is gone") { !process.isRunning }
      try await sandbox.marked.waitUntilGone()

      let path = SessionDatabase.path(in: URL(filePath: sandbox.workspace))
      let opening = try await DatabaseOpener(path: path, now: Date()).open()
      #expect(opening.notices.isEmpty)
      let database = opening.database
      let run = try #require(try database.runs(RunFilter(onlyWorkloads: true)).first)
      #expect(run.ending == .unknown && run.seconds == nil)
      let kept = try database.points(of: run.id, series: "loss", limit: nil).map(\.value)
      #expect(kept == kept.indices.map { Double($0 + 1) / 8 })
      let lines = try printed(in: try #require(run.log))
      #expect(!kept.isEmpty && kept.count <= lines.count)
      func time(_ line: Substring) -> Double? {
        line.firstRange(of: "t=").flatMap { Double(line[$0.upperBound...]) }
      }
      let last = try #require(lines.last.flatMap(time))
      let lastKept = try #require(try database.points(of: run.id, series: "t", limit: nil).last)
      // A second between two looks, and what the writing itself takes on a busy machine.
      #expect(last - lastKept.value < 2, "kept to \(lastKept.value) s of \(last) s")
      await database.close()
      let shown = try await sandbox.atelier("runs", "show", "\(run.id.number)", "--json")
      #expect(try shown.object()["ending"] as? String == "unknown", "\(shown)")
    }
  }
}
