import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("The emulator and libvterm's own screen")
struct EmulatorAgreementTests {
  private static let size = Size(columns: 40, rows: 12)

  private func emulator(_ bytes: [UInt8], cuts: [Range<Int>]) -> Emulator {
    let emulator = Emulator(size: Self.size, scrollbackLimit: 1000)
    for range in cuts { bytes[range].withUnsafeBytes { emulator.feed($0) } }
    return emulator
  }

  @Test("show the same text, styles, cursor and scrollback", arguments: 0..<150)
  func agreement(seed: Int) {
    var chance = RandomOutput(seed: UInt64(seed))
    let bytes = chance.wellFormed(pieces: 10 + seed * 4)
    let emulator = emulator(bytes, cuts: chance.cuts(of: bytes.count))
    let reference = ReferenceScreen(size: Self.size)
    reference.feed(bytes)
    let buffer = emulator.snapshot(scrollOffset: 0).buffer
    #expect(buffer.text == reference.text)
    let cursor = Point(column: emulator.state.pointee.column, row: emulator.state.pointee.row)
    #expect(cursor == reference.cursor)
    let scrolled = reference.scrolledLines.map(Self.trimmed)
    #expect(emulator.lines(in: 0..<emulator.state.pointee.scrollback.count) == scrolled)
    for row in 0..<Self.size.rows {
      for column in 0..<Self.size.columns where buffer[column, row].character != " " {
        let style = buffer[column, row].style
        #expect(style.foreground == reference.foreground(column, row))
        #expect(style.attributes == reference.attributes(column, row))
      }
    }
  }

  @Test("output that is cut anywhere shows the same as in one piece", arguments: 0..<100)
  func cuts(seed: Int) {
    var chance = RandomOutput(seed: UInt64(seed))
    let bytes = chance.anything(pieces: 10 + seed * 4)
    let whole = emulator(bytes, cuts: [0..<bytes.count])
    let cut = emulator(bytes, cuts: chance.cuts(of: bytes.count))
    #expect(whole.snapshot(scrollOffset: 0) == cut.snapshot(scrollOffset: 0))
    #expect(whole.keptLines.text == cut.keptLines.text)
    #expect(whole.state.pointee.progress == cut.state.pointee.progress)
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
