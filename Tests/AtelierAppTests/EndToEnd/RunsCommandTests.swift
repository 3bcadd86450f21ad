import Foundation
import SessionEngine
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct RunsCommandTests {
    /// A machine on which two workloads, an install and a run that was cut off have been kept.
    private func sandbox() async throws -> Sandbox {
      let sandbox = try Sandbox()
      let path = SessionDatabase.path(in: URL(filePath: sandbox.workspace))
      let database = try await DatabaseOpener(path: path, now: Date()).open().database
      var run = StoredRun(
        id: RunID(0), exercise: "exercise-2", environment: "gpu", provider: "pixi",
        purpose: .workload, title: "train in gpu", commandLine: "pixi run --frozen -e gpu train",
        workingDirectory: "/home/user/exercise-2",
        options: RunOptions(arguments: ["--epochs", "5"]),
        startedAt: Date(timeIntervalSince1970: 1_772_640_129), ending: .exited(0), seconds: 72.4,
        cpuSeconds: 140, peakMemoryBytes: 3 << 30, log: "/home/user/a.log",
        facts: ["device": "NVIDIA H100"])
      let first = try await database.insert(run)
      try await database.append(
        [
          MetricPoint(series: "loss", step: 1, epoch: 1, seconds: 1, value: 0.5),
          MetricPoint(series: "loss", step: 2, epoch: 2, seconds: 2, value: 0.231),
          MetricPoint(series: "accuracy", step: 2, epoch: 2, seconds: 2, value: 0.941),
          MetricPoint(series: "images_per_second", step: 1, epoch: 1, seconds: 1, value: 90),
          MetricPoint(series: "images_per_second", step: 2, epoch: 2, seconds: 2, value: 2100),
          MetricPoint(series: "images_per_second", step: 3, epoch: 3, seconds: 3, value: 1830.4),
        ], to: first)
      try await database.setPackages(
        [StoredPackage(name: "pytorch", version: "2.7.1", build: "cuda129", kind: "conda")],
        of: first)
      run.purpose = .install(step: 1, of: 1)
      run.title = "install gpu"
      _ = try await database.insert(run)
      run.purpose = .workload
      run.exercise = "exercise-3"
      run.environment = "jax"
      run.title = "train in jax"
      run.ending = .signaled(9)
      run.seconds = nil
      _ = try await database.insert(run)
      await database.close()
      return sandbox
    }

    @Test func theNewestRunStandsFirst() async throws {
      let sandbox = try await sandbox()
      let table = try await sandbox.atelier("runs")
      #expect(table.status == 0 && table.errors.isEmpty, "\(table)")
      let lines = table.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 3)
      #expect(lines[1].hasPrefix("#3") && lines[1].contains("killed (SIGKILL)"))
      #expect(lines[1].hasSuffix("n/a       n/a     n/a       n/a"))
      #expect(lines[2].hasPrefix("#1") && lines[2].contains("1 min 12 s"))
      #expect(lines[2].hasSuffix("1830  0.2310    94.1 %"))

      func numbers(_ arguments: String...) async throws -> [Int] {
        let outcome = try await sandbox.atelier(["runs"] + arguments + ["--json"])
        let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
        return runs.compactMap { $0["number"] as? Int }
      }
      #expect(try await numbers() == [3, 1])
      #expect(try await numbers("--all") == [3, 2, 1])
      #expect(try await numbers("--all", "--limit", "1") == [3])
      #expect(try await numbers("--exercise", "exercise-2") == [1])
      #expect(try await numbers("--env", "jax") == [3])
    }

    @Test func aRunIsShownWhole() async throws {
      let sandbox = try await sandbox()
      let outcome = try await sandbox.atelier("runs", "show", "1", "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      let run = try outcome.object()
      #expect(run["number"] as? Int == 1 && run["name"] is NSNull)
      #expect(run["started_at"] as? String == "2026-03-04T16:02:09Z")
      #expect(run["ending"] as? String == "exited" && run["exit_code"] as? Int == 0)
      #expect(run["signal"] is NSNull && run["batch"] is NSNull)
      #expect(run["command"] as? String == "pixi run --frozen -e gpu train")
      #expect(run["packages"] as? Int == 1)
      #expect((run["facts"] as? [String: String])?["device"] == "NVIDIA H100")
      let options = try #require(run["options"] as? [String: Any])
      #expect(options["arguments"] as? [String] == ["--epochs", "5"])
      #expect(options["timeout_seconds"] is NSNull)
      let series = try #require(run["series"] as? [[String: Any]])
      #expect(series.map { $0["name"] as? String } == ["accuracy", "images_per_second", "loss"])
      #expect(series[2]["count"] as? Int == 2 && series[2]["first"] as? Double == 0.5)
      #expect(series[2]["last"] as? Double == 0.231 && series[2]["maximum"] as? Double == 0.5)

      let text = try await sandbox.atelier("runs", "show", "#1")
      for words in ["train in gpu", "NVIDIA H100", "3072.0 MiB", "1 package", "/home/user/a.log"] {
        #expect(text.output.contains(words), "\(text)")
      }
      let other = try await sandbox.atelier("runs", "show", "3")
      #expect(other.output.contains("No figures were read from it."))
    }

    @Test func aRunIsNamedAndPinned() async throws {
      let sandbox = try await sandbox()
      let renamed = try await sandbox.atelier("runs", "rename", "1", "the good one")
      #expect(renamed.status == 0 && renamed.output.contains("#1"), "\(renamed)")
      let taken = try await sandbox.atelier("runs", "rename", "3", "the good one")
      #expect(taken.status == 1 && taken.errors.contains("#1 has the name"), "\(taken)")
      let number = try await sandbox.atelier("runs", "rename", "3", "12")
      #expect(number.status == 2 && number.errors.contains("cannot be a name"), "\(number)")

      #expect(try await sandbox.atelier("runs", "pin", "the good one").status == 0)
      var table = try await sandbox.atelier("runs")
      #expect(table.output.contains("#1 *") && table.output.contains("the good one"), "\(table)")
      #expect(try await sandbox.atelier("runs", "pin", "1", "--off").status == 0)
      table = try await sandbox.atelier("runs")
      #expect(!table.output.contains("*"), "\(table)")
    }

    @Test func whatIsNotThereIsSaid() async throws {
      let empty = try Sandbox()
      for arguments in [["runs"], ["runs", "show", "1"], ["runs", "pin", "1"]] {
        let outcome = try await empty.atelier(arguments)
        #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains("Nothing has been kept yet"), "\(outcome)")
      }
      #expect(!FileManager.default.fileExists(atPath: empty.workspace + "/.atelier/session.sqlite"))
      let sandbox = try await sandbox()
      let outcome = try await sandbox.atelier("runs", "show", "77")
      #expect(outcome.status == 1 && outcome.errors.contains("There is no run #77"), "\(outcome)")
      #expect(try await sandbox.atelier("runs", "--limit", "0").status == 2)
    }
  }
}
