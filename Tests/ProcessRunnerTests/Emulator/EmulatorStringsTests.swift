import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("What a program tells its terminal")
struct EmulatorStringsTests {
  private let emulator = Emulator(size: Size(columns: 20, rows: 2), scrollbackLimit: 10)

  private func feed(_ text: String) {
    var text = text
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
  }

  @Test(
    "progress is understood with either end",
    arguments: [
      ("1;40", TerminalProgress.normal(percent: 40)), ("1;140", .normal(percent: 100)),
      ("1", .normal(percent: 0)), ("2;7", .error(percent: 7)), ("2", .error(percent: nil)),
      ("3", .indeterminate), ("3;0", .indeterminate), ("4;50", .paused(percent: 50)),
    ])
  func progress(words: String, expected: TerminalProgress) {
    for end in ["\u{7}", "\u{1B}\\"] {
      feed("\u{1B}]9;4;0\u{7}")
      #expect(emulator.state.pointee.progress == nil)
      feed("\u{1B}]9;4;\(words)\(end)")
      #expect(emulator.state.pointee.progress == expected)
    }
    #expect(emulator.snapshot(scrollOffset: 0).buffer.textOfRow(0).allSatisfy { $0 == " " })
  }

  @Test("other notices of the same number are no progress")
  func otherNotices() {
    feed("\u{1B}]9;4;1;10\u{7}\u{1B}]9;a message\u{7}\u{1B}]9;4;9;1\u{7}\u{1B}]99;4;3\u{7}")
    #expect(emulator.state.pointee.progress == .normal(percent: 10))
  }

  @Test("a reset takes progress back")
  func reset() {
    feed("\u{1B}]9;4;3\u{7}\u{1B}c")
    #expect(emulator.state.pointee.progress == nil)
  }

  @Test(
    "nothing is answered that was not asked, and nothing of it is shown",
    arguments: [
      "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGVsbG8=\u{7}", "\u{1B}]52;c;?\u{7}",
      "\u{1B}]8;;http://example.org\u{1B}\\\u{1B}]8;;\u{1B}\\", "\u{1B}]9;4;1;50\u{7}",
      "\u{1B}]4;1;?\u{7}", "\u{1B}]11;?\u{7}", "\u{1B}[21t", "\u{1B}[18t", "\u{1B}P+q544e\u{1B}\\",
      "\u{1B}_Gi=1,a=q;AAAA\u{1B}\\", "\u{1B}^secret\u{1B}\\", "\u{1B}Xsecret\u{1B}\\",
      "\u{1B}]777;notify;a;b\u{7}", "\u{1B}]1337;File=:AAAA\u{7}",
    ])
  func silence(output: String) {
    feed(output + "x")
    #expect(emulator.takeOutput() == [])
    #expect(emulator.snapshot(scrollOffset: 0).buffer.textOfRow(0).first == "x")
    #expect(emulator.keptLines.text == "x")
  }

  @Test("what a program may ask is answered to it")
  func answers() {
    feed("ab\u{1B}[6n")
    #expect(String(decoding: emulator.takeOutput(), as: UTF8.self) == "\u{1B}[1;3R")
    feed("\u{1B}[c")
    #expect(!emulator.takeOutput().isEmpty)
    feed("\u{1B}[1;38;5;7m\u{1B}P$qm\u{1B}\\")
    #expect(
      String(decoding: emulator.takeOutput(), as: UTF8.self) == "\u{1B}P1$r0;1;38:5:7m\u{1B}\\")
  }
}
