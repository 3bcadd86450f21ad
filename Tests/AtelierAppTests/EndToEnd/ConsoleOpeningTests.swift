import TerminalCore
import Testing

extension EndToEnd {
  @Suite(.serialized) struct ConsoleOpeningTests {
    private static let sizes = [
      Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60),
    ]

    @Test(arguments: sizes) func showsTheOutlineTheKeysAndHelp(_ size: Size) async throws {
      let console = try await ConsoleUnderTest(
        in: Sandbox(), size: size, arguments: ["--start", "now"])
      try await console.waitForText("Reproducible", "Exercise 1", "q quit", "Enter open exercise")
      #expect(await console.rows().last?.contains("?") == true)

      await console.press(.character("?"))
      try await console.waitForText("Select the row above.")
      await console.press(.escape)
      try await console.waitForNoText("Select the row above.")
      try await console.waitForText("Reproducible")

      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    @Test func aPersonWhoReadsOnlyTheFooterFindsTheWay() async throws {
      let console = try await ConsoleUnderTest(in: Sandbox(), arguments: ["--start", "now"])
      try await console.waitForText("? help", "q quit", "Enter open exercise")
      try await console.open(.third)
      try await console.waitForText("d side by side", "Tab next pane", "→ next tab")
      await console.press(.right)
      try await console.waitForText("Ctrl-S save", "Esc leave")
      try await console.close()
    }

    @Test func survivesEverySize() async throws {
      let console = try await ConsoleUnderTest(in: Sandbox(), arguments: ["--start", "now"])
      try await console.waitForText("Reproducible")
      let sizes = [
        (10, 3), (1, 1), (40, 10), (39, 10), (300, 100), (2, 80), (200, 2), (110, 34), (109, 33),
        (200, 60), (80, 24),
      ]
      for (columns, rows) in sizes {
        await console.terminal.resize(Size(columns: columns, rows: rows))
        try await console.wait("something is drawn at \(columns)×\(rows)") {
          await console.screen().contains { !$0.isWhitespace }
        }
      }
      await console.terminal.resize(Size(columns: 10, rows: 3))
      try await console.waitForText("This")
      await console.terminal.resize(Size(columns: 120, rows: 40))
      try await console.waitForText("Reproducible", "q quit", "GPU")

      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }
  }
}
