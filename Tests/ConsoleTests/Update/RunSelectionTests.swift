import ProcessRunner
import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct RunSelectionTests {
  private static let run = RunID(10)

  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("4")
    let size = harness.state.runs[Self.run]?.size ?? Size(columns: 20, rows: 5)
    var buffer = CellBuffer(size: size)
    for row in 0..<size.rows { buffer.write("line \(row)", column: 0, row: row, style: .plain) }
    harness.take(
      .screen(
        Self.run,
        TerminalSnapshot(
          buffer: buffer, cursor: nil, scrollbackLines: 100, scrollOffset: 0,
          isAlternateScreen: false, totalScrolledLines: 100)))
    return harness
  }

  @Test func draggingCopiesByPlacesThatHoldWhileOutputGoesOn() throws {
    var harness = harness()
    let area = try #require(harness.state.screenArea(of: Self.run))
    harness.mouse(.press, area.column + 2, area.row + 1)
    harness.mouse(.drag, area.column + 3, area.row + 2)
    let effects = harness.mouse(.release, area.column + 4, area.row + 3)
    #expect(
      effects == [
        .copyRunText(
          Self.run, from: TerminalPlace(line: 101, column: 2),
          to: TerminalPlace(line: 102, column: 4))
      ])
    harness.take(.runText(Self.run, "ne 1\nline"))
    #expect(harness.effects == [.copy("ne 1\nline")])
    #expect(harness.state.notice?.text == "Copied 2 lines.")
  }

  @Test func aClickCopiesNothing() throws {
    var harness = harness()
    let area = try #require(harness.state.screenArea(of: Self.run))
    harness.mouse(.press, area.column + 2, area.row + 1)
    #expect(harness.mouse(.release, area.column + 2, area.row + 1).isEmpty)
    #expect(harness.state.selection == nil)
  }

  @Test func draggingBeyondTheEdgeScrolls() throws {
    var harness = harness()
    let area = try #require(harness.state.screenArea(of: Self.run))
    harness.mouse(.press, area.column + 2, area.row + 1)
    let effects = harness.mouse(.drag, area.column + 2, max(0, area.row - 3))
    #expect(effects == [.readScreen(Self.run, scrollOffset: 1, asOf: 100)])
  }

  @Test func theMarkStaysOnItsLinesWhileOutputGoesOn() throws {
    var harness = harness()
    let area = try #require(harness.state.screenArea(of: Self.run))
    harness.mouse(.press, area.column, area.row + 3)
    harness.mouse(.drag, area.column + 3, area.row + 3)
    func marked(_ harness: ConsoleHarness) -> [Int] {
      let frame = harness.state.render().frame
      return (0..<area.rows).filter { row in
        frame[area.column + 1, area.row + row].style.attributes.contains(.reverse)
      }
    }
    #expect(marked(harness) == [3])
    var screen = try #require(harness.state.runs[Self.run]?.screen)
    screen.totalScrolledLines += 2
    screen.scrollbackLines += 2
    harness.take(.screen(Self.run, screen))
    #expect(marked(harness) == [1])
  }

  @Test func keysMarkWholeLines() throws {
    var harness = harness()
    let rows = try #require(harness.state.screenArea(of: Self.run)).rows
    harness.press("vkk")
    let last = 100 + rows - 1
    #expect(harness.state.render().frame.text.contains("3 lines selected"))
    #expect(
      harness.press("y") == [
        .copyRunText(
          Self.run, from: TerminalPlace(line: last - 2, column: 0),
          to: TerminalPlace(line: last + 1, column: 0))
      ])
    #expect(harness.state.selection == nil)
    harness.press("v<Esc>")
    #expect(harness.state.selection == nil)
    // Keys beyond what is kept go no further than its oldest line.
    harness.press("vg")
    #expect(harness.state.selection?.head.line == 0)
  }
}
