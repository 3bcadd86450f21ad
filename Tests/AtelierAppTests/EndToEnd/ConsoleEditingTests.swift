import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct ConsoleEditingTests {
    private static let path = "exercise-3/pixi.toml"
    private static let beginning = "The spelling of mid 2025"

    private func edit(_ sandbox: Sandbox) async throws -> ConsoleUnderTest {
      let console = try await ConsoleUnderTest(in: sandbox, arguments: ["--start", "now"])
      try await console.openMainFile(of: .third, showing: Self.beginning)
      return console
    }

    private func starter() throws -> String {
      try String(
        contentsOf: Sandbox.repository.appending(path: "Exercises/exercise-3/starter/pixi.toml"),
        encoding: .utf8)
    }

    @Test func savesWhatWasTyped() async throws {
      let sandbox = try Sandbox()
      let console = try await edit(sandbox)
      let typed = "# 渦巻銀河 is a spiral galaxy, naïvely e\u{301}"
      await console.type(typed + "\r")
      try await console.waitForText("渦巻銀河 is a spiral")
      #expect(try sandbox.file(Self.path) == starter())

      await console.press(.control("s"))
      try await console.waitForText("Saved \(Self.path)")
      #expect(try sandbox.file(Self.path) == typed + "\n" + starter())

      await console.type("sparewords")
      try await console.waitForText("sparewords")
      await console.press(.control("z"))
      try await console.waitForNoText("sparewords")
      await console.press(.control("q"))
      #expect(try await console.exitStatus() == 0)
      #expect(try sandbox.file(Self.path) == typed + "\n" + starter())
      try await console.close()
    }

    @Test func asksBeforeLosingAnything() async throws {
      let sandbox = try Sandbox()
      let console = try await edit(sandbox)
      await console.type("# not saved yet\r")
      try await console.waitForText("# not saved yet")
      await console.press(.control("q"))
      try await console.waitForText(Self.path, "quit without saving")
      await console.press(.escape)
      try await console.waitForNoText("quit without saving")
      try await console.waitForText("# not saved yet")

      await console.press(.control("q"))
      try await console.waitForText("quit without saving")
      await console.press(.character("s"))
      #expect(try await console.exitStatus() == 0)
      #expect(try sandbox.file(Self.path) == "# not saved yet\n" + starter())
      try await console.close()
    }

    @Test func textThatWasNotSavedIsOfferedAgain() async throws {
      let sandbox = try Sandbox()
      let console = try await edit(sandbox)
      await console.type("# left behind\r")
      try await console.waitForText("# left behind")
      await console.press(.control("q"))
      try await console.waitForText("quit without saving")
      await console.press(.character("y"))
      #expect(try await console.exitStatus() == 0)
      #expect(try sandbox.file(Self.path) == starter())
      try await console.close()
      try await expectOffer(of: "# left behind", in: sandbox)
    }

    @Test func aKillLosesNoTextAndNoFile() async throws {
      let sandbox = try Sandbox()
      let console = try await edit(sandbox)
      await console.type("# typed before the kill\r")
      try await console.waitForText("# typed before the kill")
      // Nothing else is done: the text must be put by without being asked for.
      try await waitUntil("the text is put by", timeout: .seconds(10)) {
        recoveryTexts(sandbox).contains { $0.contains("# typed before the kill\n") }
      }
      try await console.send(signal: SIGKILL)
      #expect(try await console.exitStatus() == 128 + SIGKILL)
      #expect(try sandbox.file(Self.path) == starter())
      try await console.close()
      try await expectOffer(of: "# typed before the kill", in: sandbox)
    }

    /// Opens the console once more: the text is there, and undoing shows the file as it is.
    private func expectOffer(of text: String, in sandbox: Sandbox) async throws {
      let console = try await ConsoleUnderTest(in: sandbox, arguments: ["--start", "now"])
      try await console.openMainFile(of: .third, showing: Self.beginning)
      try await console.waitForText(text, "Unsaved text")
      await console.press(.control("z"))
      try await console.waitForNoText(text)
      // What is shown now is the file as it is: there is nothing to ask about.
      await console.press(.control("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    private func recoveryTexts(_ sandbox: Sandbox) -> [String] {
      let folder = sandbox.directory.path + "state/atelier/recovery/"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".recovery") }
        .compactMap { try? String(contentsOfFile: folder + $0, encoding: .utf8) }
    }
  }
}
