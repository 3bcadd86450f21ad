import Console
import Testing

@Suite struct GaugeTests {
  @Test(arguments: [
    (0.0, "···· 0 %"), (50, "██·· 0 %"), (53, "██▏· 0 %"), (100, "████ 0 %"), (400, "████ 0 %"),
  ])
  func growsByEighths(value: Double, expected: String) {
    #expect(
      picture(of: Gauge(value: value, maximum: 100, text: "0 %"), columns: 8, rows: 1) == expected)
  }

  @Test func saysWhyAValueIsNotKnown() {
    #expect(picture(of: Gauge(value: nil, maximum: 1), columns: 20, rows: 1) == "n/a")
    #expect(
      picture(of: Gauge(value: nil, maximum: 1, reason: "no driver"), columns: 20, rows: 1)
        == "n/a (no driver)")
    #expect(picture(of: Gauge(value: .nan, maximum: 1), columns: 20, rows: 1) == "n/a")
  }

  @Test func isDrawnInASCII() {
    #expect(
      picture(of: Gauge(value: 50, maximum: 100), columns: 8, rows: 1, glyphs: .ascii)
        == "####....")
  }
}
