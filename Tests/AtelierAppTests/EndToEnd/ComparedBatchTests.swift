import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Two environments run side by side, more than once, and are then held against each other.
  @Suite(.serialized) struct ComparedBatchTests {
    @Test func sidesStandInTheOrderTheyWereAskedForWithAllThatAScriptReliesOn() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let places = ["--exercises", Sandbox.programs]
      let run = try await sandbox.atelier(
        ["run", "pair", "--env", "second", "--env", "first", "--repeat", "2", "--json"] + places)
      #expect(run.status == 0, "\(run)")
      let results = try #require(try run.object()["runs"] as? [[String: Any]])
      let numbers = results.compactMap { $0["run"] as? Int }
      #expect(results.map { $0["repetition"] as? Int } == [1, 2, 1, 2])
      // First both first runs, in their order, and then both second ones.
      #expect([numbers[0], numbers[2], numbers[1], numbers[3]] == numbers.sorted())

      let outcome = try await sandbox.atelier(["compare", "--batch", "last", "--json"] + places)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      let comparison = try outcome.object()
      #expect(comparison["exercise"] as? String == "pair")
      let sides = try #require(comparison["sides"] as? [[String: Any]])
      #expect(sides.map { $0["title"] as? String } == ["second", "first"])
      #expect(
        sides.map { $0["runs"] as? [Int] } == [
          [numbers[0], numbers[1]], [numbers[2], numbers[3]],
        ])
      #expect(sides.map { $0["succeeded"] as? Int } == [2, 2])
      let figures = try #require(comparison["figures"] as? [[String: Any]])
      func figure(_ id: String) throws -> [String: Any] {
        try #require(figures.first { $0["id"] as? String == id })
      }
      let speed = try figure("images_per_second")
      #expect(speed["verdict"] as? String == "better" && speed["better_side"] as? Int == 0)
      #expect(speed["unit"] as? String == "images/s" && speed["direction"] as? String == "higher")
      #expect(speed["ratios"] as? [Double] == [1, 0.5] && speed["note"] is NSNull)
      let values = try #require(speed["values"] as? [[String: Any]])
      #expect(values[0]["median"] as? Double == 2400 && values[0]["count"] as? Int == 2)
      let loss = try figure("final_loss")
      #expect(loss["verdict"] as? String == "repeats_alike" && loss["better_side"] is NSNull)
      #expect((loss["note"] as? String)?.contains("says nothing of chance") == true)
      for key in ["differences", "sentences", "runs", "curves", "shared_packages"] {
        #expect(comparison[key] != nil)
      }
      let text = try await sandbox.atelier(["compare", "--batch", "last"] + places)
      #expect(text.output.contains("repeats all alike"), "\(text)")
      // Where the two tie, both are named.
      #expect(
        text.output.contains("(second 4.0 s (all 2 alike), first 4.0 s (all 2 alike))"), "\(text)")
    }
  }
}
