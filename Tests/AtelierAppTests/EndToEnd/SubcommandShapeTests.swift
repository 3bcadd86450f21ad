import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The shapes that scripts rely on: keys may be added, and none goes or changes its kind.
  @Suite(.serialized) struct SubcommandShapeTests {
    /// Every key is there, those without a value as null.
    private func expect(
      _ object: [String: Any], has keys: String...,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      for key in keys {
        #expect(object[key] != nil, "no key ‘\(key)’ in \(object)", sourceLocation: sourceLocation)
      }
    }

    @Test func outline() async throws {
      let outcome = try await Sandbox().atelier("outline", "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let outline = try outcome.object()
      #expect(outline["starts"] as? String == "13:30")
      #expect(outline["title"] is String && outline["event"] is String)
      let segments = try #require(outline["segments"] as? [[String: Any]])
      let third = try #require(segments.first { $0["id"] as? String == "exercises-2-3" })
      #expect(third["kind"] as? String == "exercise")
      #expect(third["title"] is String)
      #expect(third["start"] as? String == "15:20" && third["end"] as? String == "15:50")
      #expect(third["offset_minutes"] as? Int == 110 && third["minutes"] as? Int == 30)
      #expect(third["exercises"] as? [String] == ["exercise-2", "exercise-3"])
      let corrections = try #require(outline["corrections"] as? [[String: Any]])
      #expect(corrections.first?["corrected"] as? String == "1:30 - 1:50 (20 min)")
    }

    @Test func gpuWithoutDriver() async throws {
      // Whatever this machine has: neither a library nor a command is to be found.
      let sandbox = try Sandbox(variables: ["PATH": "/nonexistent", "ATELIER_NVML": "/nonexistent"])
      let outcome = try await sandbox.atelier("gpu", "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let report = try outcome.object()
      #expect(report["source"] as? String == "none")
      #expect((report["reason"] as? String)?.isEmpty == false)
      #expect(report["driver"] is NSNull && report["cuda"] is NSNull)
      #expect((report["devices"] as? [Any])?.isEmpty == true)
    }

    @Test func gpuWithFigures() async throws {
      let library = try await FakeNVML([.healthy(0), .healthy(1).without("power", "gpu")])
      let sandbox = try Sandbox(variables: ["LD_LIBRARY_PATH": library.folder])
      let outcome = try await sandbox.atelier("gpu", "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let report = try outcome.object()
      #expect(report["source"] as? String == "nvml")
      #expect(report["reason"] is NSNull)
      #expect(report["driver"] as? String == "580.82.07" && report["cuda"] as? String == "13.0")
      let devices = try #require(report["devices"] as? [[String: Any]])
      let (first, second) = (try #require(devices.first), try #require(devices.last))
      #expect(devices.count == 2)
      #expect(first["index"] as? Int == 0)
      #expect(first["name"] as? String == "Fake GPU of the tests 0")
      #expect(first["uuid"] as? String == "GPU-00000000-0000-0000-0000-000000000001")
      #expect(first["utilization_percent"] as? Int == 40)
      #expect(first["memory_used_bytes"] as? Int == 1 << 30)
      #expect(first["memory_total_bytes"] as? Int == 80 << 30)
      #expect(first["temperature_celsius"] as? Int == 50)
      #expect(first["power_watts"] as? Double == 300.5)
      #expect(second["utilization_percent"] is NSNull && second["power_watts"] is NSNull)
      let table = try await sandbox.atelier("gpu")
      #expect(table.output.contains("n/a"))
    }

    @Test func environments() async throws {
      let sandbox = try Sandbox(variables: ["ATELIER_INSTALLER": "pip"])
      let outcome = try await sandbox.atelier("env", "list", "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let list = try outcome.list()
      let jax = try #require(list.first { $0["name"] as? String == "jax-cuda118" })
      #expect(jax["provider"] as? String == "venv")
      #expect(jax["installed"] as? Bool == false)
      #expect((jax["prefix"] as? String)?.hasPrefix(sandbox.workspace) == true)
      expect(jax, has: "title", "exercises", "state", "reason", "note")
      #expect(jax["reason"] is NSNull)
    }

    @Test func environmentsOfPixiBeforeAndAfterTheirInstall() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let arguments = ["--exercise", "pair", "--exercises", Sandbox.programs]
      let install = try await sandbox.atelier(["env", "install", "first"] + arguments)
      #expect(install.status == 0, "\(install)")
      #expect(install.errors.contains("$ ") && install.errors.contains("install"))
      let outcome = try await sandbox.atelier(["env", "list", "--json"] + arguments)
      let list = try outcome.list()
      #expect(list.map { $0["provider"] as? String } == ["pixi", "pixi"])
      #expect(list.map { $0["installed"] as? Bool } == [true, false])
    }

    @Test func run() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let outcome = try await sandbox.atelier(
        "run", "pair", "--env", "first", "--env", "second", "--json", "--exercises",
        Sandbox.programs)
      #expect(outcome.status == 0, "\(outcome)")
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      #expect(runs.map { $0["environment"] as? String } == ["first", "second"])
      for (run, loss) in zip(runs, [0.4, 0.2]) {
        #expect(run["provider"] as? String == "pixi")
        #expect(run["exit_code"] as? Int == 0)
        #expect((run["seconds"] as? Double ?? -1) > 0)
        expect(run, has: "peak_memory_bytes", "device", "fault")
        let metrics = try #require(run["metrics"] as? [String: Any])
        #expect(metrics["final_loss"] as? Double == loss)
        #expect(metrics["final_accuracy"] as? Double == (loss == 0.4 ? 0.9 : 0.97))
        #expect(metrics["images_per_second"] as? Int == (loss == 0.4 ? 1200 : 2400))
        #expect(metrics["epochs"] as? Int == 4)
        let log = try String(contentsOfFile: try #require(run["log"] as? String), encoding: .utf8)
        #expect(log.contains("figures of \(loss) are complete"))
      }
      // Progress is told beside the data.
      #expect(outcome.errors.contains("[first] epoch 4/4"))
      #expect(outcome.errors.contains("--frozen -e second"))
    }

    @Test func runWithoutCUDA() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let outcome = try await sandbox.atelier(
        "run", "pair", "--env", "first", "--json", "--exercises", Sandbox.programs)
      #expect(outcome.status == 1)
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      let run = try #require(runs.first)
      #expect(run["exit_code"] is NSNull && run["seconds"] is NSNull)
      let metrics = try #require(run["metrics"] as? [String: Any])
      #expect(metrics["final_loss"] is NSNull && metrics["final_accuracy"] is NSNull)
      #expect(metrics["images_per_second"] is NSNull && metrics["epochs"] as? Int == 0)
      let fault = try #require(run["fault"] as? String)
      #expect(fault.contains("Use the cpu environment here"))
      #expect(outcome.errors.contains("missing virtual packages: __cuda >= 12"))
      #expect(outcome.errors.contains("Use the cpu environment here"))
    }

    @Test func doctor() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.atelier("doctor", "--json")
      let checks = try #require(try outcome.object()["checks"] as? [[String: Any]])
      // Faults between a GPU and its programs have checks of their own, where the machine has them.
      let faults = ["gpu-driver", "gpu-versions", "gpu-container", "gpu-permission", "gpu-cuda"]
      let ids = checks.compactMap { $0["id"] as? String }
      #expect(
        ids.filter { !faults.contains($0) }
          == ["terminal", "pixi", "python", "gpu", "disk", "workspace"])
      for check in checks {
        #expect(["ok", "warn", "fail"].contains(check["status"] as? String))
        #expect((check["says"] as? String)?.isEmpty == false)
        expect(check, has: "remedy")
        #expect(check["status"] as? String == "ok" || check["remedy"] is String, "\(check)")
      }
      let failed = checks.contains { $0["status"] as? String == "fail" }
      #expect(outcome.status == (failed ? 1 : 0) && outcome.errors.isEmpty)
      let pixi = try #require(checks.first { $0["id"] as? String == "pixi" })
      #expect((pixi["remedy"] as? String)?.contains("https://pixi.sh") == true)
    }

    @Test func doctorFindsPixi() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, version: "0.71.0") })
      let outcome = try await sandbox.atelier("doctor", "--json")
      let checks = try #require(try outcome.object()["checks"] as? [[String: Any]])
      let pixi = try #require(checks.first { $0["id"] as? String == "pixi" })
      #expect(pixi["status"] as? String == "ok" && pixi["remedy"] is NSNull)
      #expect((pixi["says"] as? String)?.contains("0.71.0") == true)
    }
  }
}
