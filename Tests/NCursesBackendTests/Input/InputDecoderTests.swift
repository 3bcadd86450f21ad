import TerminalCore
import Testing

@testable import NCursesBackend

@Suite struct InputDecoderTests {
  private func decode(_ bytes: [UInt8]) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return bytes.flatMap { decoder.feed(.byte($0)) } + decoder.finish()
  }

  @Test(
    arguments: [
      ([0x61], [.character("a")]),
      ([0x41], [.character("A")]),
      ([0xC3, 0xA9], [.character("é")]),
      ([0xF0, 0x9F, 0x8C, 0x8C], [.character("🌌")]),
      ([0x00], [.control(" ")]),
      ([0x1A], [.control("z")]),
      ([0x1F], [.control("_")]),
      ([0x1B], [KeyPress(.escape)]),
      ([0x1B, 0x1B], [KeyPress(.escape), KeyPress(.escape)]),
      ([0x1B, 0xC3, 0xA9], [.alt("é")]),
      ([0x1B, 0x0D], [KeyPress(.enter, .alt)]),
      ([0x1B, 0x01], [KeyPress(.character("a"), [.control, .alt])]),
    ] as [([UInt8], [KeyPress])])
  func decodesKeys(bytes: [UInt8], expected: [KeyPress]) {
    #expect(decode(bytes) == expected.map { .key($0) })
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0xC3, 0x61], "\u{FFFD}a"), ([0xE4, 0xC3, 0xA9], "\u{FFFD}é"),
      ([0x80], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func goesOnBehindBytesThatAreNoText(bytes: [UInt8], expected: String) {
    #expect(decode(bytes) == expected.map { .key(.character($0)) })
  }

  @Test func waitsForTheRestOfACharacter() {
    var decoder = InputDecoder()
    #expect(decoder.feed(.byte(0xE4)).isEmpty)
    #expect(decoder.finish().isEmpty)
    #expect(decoder.feed(.byte(0xB8)).isEmpty)
    #expect(decoder.feed(.byte(0xAD)) == [.key(.character("中"))])
  }

  @Test func keepsAtMostItsLimitOfAPaste() {
    var decoder = InputDecoder()
    _ = decoder.feed(.pasteStart)
    for _ in 0..<InputDecoder.pasteLimit + 100 { _ = decoder.feed(.byte(0x61)) }
    #expect(decoder.finish().isEmpty)
    guard case .paste(let text)? = decoder.feed(.pasteEnd).first else {
      Issue.record("no paste came")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteLimit)
    #expect(decoder.feed(.byte(0x71)) == [.key(.character("q"))])
  }
}
