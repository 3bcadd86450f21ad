import SessionEngine
import Testing

@Suite struct LogfmtLineTests {
  @Test func readsPairsQuotedValuesAndPassesOverWords() throws {
    let line = try #require(
      LogfmtLine(#"epoch=3 done loss=0.231 device_name="NVIDIA \"H100\" 80GB" x= "#))
    #expect(line["epoch"] == "3")
    #expect(line.number("loss") == 0.231)
    #expect(line["device_name"] == #"NVIDIA "H100" 80GB"#)
    #expect(line["x"] == "")
    #expect(line["done"] == nil)
  }

  @Test(arguments: ["", "   ", "no figures here", "=5", "1=2", "\"quoted\"", "a\u{0}b"])
  func isNilWithoutAPair(text: String) {
    #expect(LogfmtLine(text) == nil)
  }

  @Test func takesTheLastOfAKeyThatStandsTwiceAndKeepsTheOrder() throws {
    let line = try #require(LogfmtLine("größe=1\tstep=2 größe=3 =4 a=\"open"))
    #expect(line["größe"] == "3")
    #expect(Array(line.keys) == ["größe", "step", "größe", "a"])
    #expect(line["a"] == "open")
  }

  @Test(arguments: ["nan", "inf", "-inf", "1e999", "", "fast"])
  func givesNoNumberForWhatIsNone(value: String) {
    #expect(LogfmtLine("loss=\(value)")?.number("loss") == nil)
  }
}
