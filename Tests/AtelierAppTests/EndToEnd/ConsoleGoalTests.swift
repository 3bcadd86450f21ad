import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct ConsoleGoalTests {
    private func open() async throws -> (Sandbox, ConsoleUnderTest) {
      let sandbox = try Sandbox()
      let workshop = try GoalWorkshop(sandbox)
      let console = try await ConsoleUnderTest(
        in: sandbox, arguments: ["--start", "now", "--exercises", workshop.folder])
      try await console.open(ListedExercise(row: 0, page: GoalWorkshop.page))
      try await console.waitForText("0 of 2 goals met", "○ The workspace asks for NumPy.")
      return (sandbox, console)
    }

    @Test func theMissingLineIsTypedAndItsGoalIsMet() async throws {
      let (_, console) = try await open()
      await console.press(.right)
      try await console.waitForText("channels = ")
      await console.type("[dependencies]\rnumpy = \"*\"\r\r")
      await console.press(.control("s"))
      try await console.waitForText("1 of 2 goals met. New: The workspace asks for NumPy.")
      // The page is the tab behind the last.
      await console.press(.control("n"))
      try await console.waitForText("✔ The workspace asks for NumPy.")
      await console.press(.control("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    @Test func aManifestThatCannotBeReadIsGoneToByTheCursor() async throws {
      let (_, console) = try await open()
      await console.press(.right)
      try await console.waitForText("channels = ")
      await console.type("[dependencies]\rnumpy = \r\r")
      await console.press(.control("s"))
      try await console.waitForText("Wrong: ", "(pixi.toml:2)")
      await console.press(.down, times: 3)
      await console.press(.alt("c"))
      try await console.waitForText("Goals of numpy: 0 of 2 met", "pixi.toml, line 2")
      await console.press(.enter)
      try await console.waitForNoText("Goals of numpy")
      // What is typed now stands where the fault is.
      await console.press(.end)
      await console.type("\"*\"")
      await console.press(.control("s"))
      try await console.waitForText("1 of 2 goals met. New: The workspace asks for NumPy.")
      await console.press(.control("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    @Test func aFileThatAnotherProgramWritesMeetsItsGoal() async throws {
      let (sandbox, console) = try await open()
      let notes = sandbox.workspace + "/numpy/notes.md"
      try "pixi reads it\n".write(toFile: notes, atomically: true, encoding: .utf8)
      try await console.waitForText("New: There are notes of what was learnt.")
      await console.press(.control("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }
  }
}
