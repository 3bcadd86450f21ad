import Testing

@testable import SessionEngine

@Suite struct FigureTextTests {
  private func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { FigureText.number($0) }
  }

  @Test(
    arguments: [
      "0", "1", "-1.5", "+2", ".5", "5.", "1e-3", "1E+22", "123456789012345678901234567890",
      "0.1", "2.2250738585072014e-308", "1.7976931348623157e308", "0.30000000000000004",
      "9007199254740993", "123456.789e-10", "4.9e-324", "1e23", "8.5e-23",
    ])
  func readsWhatSwiftReads(text: String) {
    #expect(number(text) == Double(text == "5." ? "5" : text == ".5" ? "0.5" : text))
  }

  @Test func readsAPercentageAsAShare() {
    #expect(number("98%") == 0.98)
  }

  @Test(
    arguments: [
      "", "-", ".", "e5", "1e", "1e+", "1.2.3", "nan", "inf", "-Infinity", "0x10", "1e999", "3s",
      "1,5", "%", "1 ", "1e99999",
    ])
  func refusesTheRest(text: String) {
    #expect(number(text) == nil)
  }
}
