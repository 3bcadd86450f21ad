import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// What is in environments, as a person or a script asks for it.
  @Suite(.serialized) struct ContentsCommandTests {
    private func sandbox(_ exercises: String...) throws -> Sandbox {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: nil) })
      for exercise in exercises {
        try sandbox.directory.write(
          FixtureFile.text("contents/six/pixi.lock"), to: "workspace/\(exercise)/pixi.lock")
      }
      return sandbox
    }

    @Test func shownAsATableAndAsJSONWithoutAskingPixi() async throws {
      let sandbox = try sandbox("exercise-3")
      let arguments = ["env", "show", "gpu", "--platform", "linux-64"]
      let table = try await sandbox.atelier(arguments)
      #expect(table.status == 0 && table.errors.isEmpty, "\(table)")
      #expect(table.output.hasPrefix("gpu of exercise-3: CUDA 12.9\n"))
      #expect(table.output.contains("Python     3.12.12\n"))
      #expect(table.output.contains("download   3.9 GB\n"))
      let rows = table.output.split(separator: "\n").drop { !$0.hasPrefix("package  ") }
      #expect(rows.count == 92, "the titles and 91 packages")
      let heavy = try await sandbox.atelier(arguments + ["--sort", "size"])
      let first = heavy.output.split(separator: "\n").drop { !$0.hasPrefix("package  ") }
        .dropFirst()
      #expect(first.first?.hasPrefix("libtorch") == true, "\(heavy)")
      let json = try await sandbox.atelier(arguments + ["--json"]).object()
      #expect(json["exercise"] as? String == "exercise-3")
      #expect(json["source"] as? String == "lock")
      #expect(json["build"] as? String == "cuda" && json["build_cuda"] as? String == "12.9")
      #expect(json["download_bytes"] as? Int ?? 0 > 3_800_000_000)
      #expect((json["packages"] as? [[String: Any]])?.count == 91)
      #expect(try sandbox.pixiCalls().isEmpty)
      let cpu = try await sandbox.atelier(
        ["env", "show", "cpu", "--platform", "osx-arm64", "--json"]
      ).object()
      #expect(cpu["build"] as? String == "cpu")
      #expect(cpu["cuda"] is NSNull && cpu["cudnn"] is NSNull && cpu["build_cuda"] is NSNull)
    }

    @Test func twoHeldAgainstEachOther() async throws {
      let sandbox = try sandbox("exercise-3")
      let arguments = ["env", "diff", "gpu", "jax-cuda118", "--platform", "linux-64"]
      let text = try await sandbox.atelier(arguments)
      #expect(text.status == 0 && text.errors.isEmpty, "\(text)")
      #expect(text.output.hasPrefix("gpu (CUDA 12.9) and jax-cuda118 (CUDA 11.8) of exercise-3\n"))
      #expect(text.output.contains("525.60.13"))
      #expect(!text.output.contains("libcublas"))
      let whole = try await sandbox.atelier(arguments + ["--packages"])
      #expect(
        whole.output.contains("libcublas") && whole.output.contains("Only in jax-cuda118: 23"))
      let json = try await sandbox.atelier(arguments + ["--json"]).object()
      #expect((json["shared"] as? [Any])?.count == 16)
      #expect((json["changed"] as? [[String: Any]])?.count == 16)
      #expect((json["left"] as? [String: Any])?["build_cuda"] as? String == "12.9")
      #expect((json["explanation"] as? [String])?.isEmpty == false)
    }

    @Test func theExerciseMustBeClear() async throws {
      let sandbox = try sandbox("exercise-2", "exercise-3")
      let ambiguous = try await sandbox.atelier("env", "show", "gpu")
      #expect(ambiguous.status == 2 && ambiguous.output.isEmpty)
      #expect(ambiguous.errors.contains("exercise-2, exercise-3"))
      let named = try await sandbox.atelier("env", "show", "gpu", "exercise-2")
      #expect(named.status == 0, "\(named)")
      let unknown = try await sandbox.atelier("env", "show", "tpu")
      #expect(unknown.status == 2 && unknown.errors.contains("No exercise has an environment"))
      let wrong = try await sandbox.atelier("env", "diff", "gpu", "tpu", "exercise-2")
      #expect(wrong.status == 1 && wrong.errors.contains("has no environment `tpu`"))
      let platform = try await sandbox.atelier(
        "env", "show", "gpu", "exercise-2", "--platform", "win-64")
      #expect(platform.status == 1 && platform.errors.contains("It is solved for: linux-64."))
    }

    @Test func withNothingLockedTheRemedyIsSaid() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: nil) })
      let outcome = try await sandbox.atelier(
        ["env", "show", "first", "--exercises", Sandbox.programs])
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("pixi lock"), "\(outcome)")
    }
  }
}
