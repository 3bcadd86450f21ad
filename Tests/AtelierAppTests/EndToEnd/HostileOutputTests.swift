import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct HostileOutputTests {
    @Test func nothingReachesTheTerminalAroundTheConsole() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await ConsoleUnderTest(
        in: sandbox, arguments: ["--start", "now", "--exercises", Sandbox.programs])
      try await console.open(.hostile)
      try await console.run(agreeingTo: "-e plain")
      try await console.waitForText("the hostile is through", "train in plain has finished")
      let header = await console.rows()[0]
      #expect(header.contains("Atelier"))
      #expect(await console.rows().last?.contains("? ") == true)
      #expect(await console.isOnAlternateScreen)
      #expect(await console.terminal.title.isEmpty)

      for mark in [
        "title-of-the-hostile", Data("clipboard-of-the-hostile".utf8).base64EncodedString(),
        "string-of-the-hostile", "link-of-the-hostile", "rgb:12/34/56", "\u{1B}]0;", "\u{1B}]2;",
        "\u{1B}]52;", "\u{1B}]8;", "\u{1B}P", "\u{1B}_", "\u{1B}^", "\u{1B}[21t", "\u{1B}[8;5;5t",
        "\u{1B}[5i", "\u{1B}c", "\u{1B}#8", "\u{1B}[?1049l", "\u{07}",
      ] {
        #expect(!console.output.contains(mark), "\(mark.debugDescription)")
      }
      try await expectNothingOutsideThePane(console)
      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.expectRestoredTerminal()
      try await console.close()
    }

    /// The cursor was sent to every corner: what was written there stays inside the first run's pane.
    private func expectNothingOutsideThePane(_ console: ConsoleUnderTest) async throws {
      let rows = await console.rows()
      for (index, row) in rows.enumerated() {
        for mark in ["oo", "xx", "zz"] where index == 0 || index == rows.count - 1 {
          #expect(!row.hasPrefix(mark) && !row.hasSuffix(mark), "row \(index): \(row)")
        }
      }
      #expect(rows.contains { $0.hasPrefix("│oo") || $0.hasPrefix("┃oo") })
    }
  }
}
