import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct SubcommandTests {
    @Test(arguments: [
      ["outline"], ["outline", "--json"], ["gpu"], ["gpu", "--json"], ["env", "list"],
      ["env", "list", "--json"], ["doctor"], ["doctor", "--json"], [], ["--help"], ["--version"],
      ["run", "--help"], ["env", "--help"], ["env", "list", "--help"],
      ["env", "install", "--help"],
      ["outline", "--help"], ["gpu", "--help"], ["doctor", "--help"], ["console", "--help"],
    ])
    func writesPlainTextToStandardOutput(_ arguments: [String]) async throws {
      let outcome = try await Sandbox().atelier(arguments)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(!outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
      #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test func printsThePlainOutlineWithoutATerminal() async throws {
      let outcome = try await Sandbox().atelier()
      #expect(outcome.output.contains("15:20-15:50  Exercises 2, 3"))
      #expect(outcome.output.contains("open atelier in a terminal"))
    }

    @Test(arguments: [
      (["run", "exercise-9"], "no exercise \"exercise-9\"", "exercise-1, exercise-2"),
      (["run", "exercise-3", "--env", "tpu"], "no environment \"tpu\"", "jax-cuda118"),
      (["env", "install", "tpu"], "no environment \"tpu\"", "jax-cuda118"),
      (["env", "list", "--exercise", "none"], "no exercise \"none\"", "exercise-1"),
      (["outline", "--start", "25:00"], "25:00", "atelier outline"),
      (["paint"], "paint", "atelier"),
      (["run"], "exercise", "atelier run"),
      (["--provider", "conda"], "conda", "pixi"),
    ])
    func wrongUsageIsToldOnStandardError(
      _ arguments: [String], what: String, remedy: String
    ) async throws {
      let outcome = try await Sandbox().atelier(arguments)
      #expect(outcome.status == 2, "\(outcome)")
      #expect(outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains(what) && outcome.errors.contains(remedy), "\(outcome)")
      #expect(!outcome.errors.contains("\u{1B}"))
    }

    @Test func whatIsAskedOfTheEnvironmentIsCheckedToo() async throws {
      let outcome = try await Sandbox(variables: ["ATELIER_PROVIDER": "conda"]).atelier(
        "env", "list")
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains("ATELIER_PROVIDER is \"conda\""))
    }

    @Test func pixiThatIsAskedForAndMissing() async throws {
      let outcome = try await Sandbox().atelier("env", "list", "--provider", "pixi")
      #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains("pixi was not found"))
      #expect(outcome.errors.contains("https://pixi.sh"))
    }

    @Test func theTimesFollowTheStart() async throws {
      let outcome = try await Sandbox().atelier("outline", "--json", "--start", "9:00")
      let segments = try #require(try outcome.object()["segments"] as? [[String: Any]])
      #expect(segments.first?["start"] as? String == "09:00")
    }
  }
}
