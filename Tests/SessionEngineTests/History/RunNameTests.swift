import SessionEngine
import Testing

@Suite struct RunNameTests {
  @Test func aNameIsTakenWithoutTheSpaceAroundIt() throws {
    #expect(try RunName.checked("  the good one ") == "the good one")
    #expect(try RunName.checked(" ") == nil)
    #expect(try RunName.checked("12 epochs") == "12 epochs")
  }

  @Test(arguments: ["12", "#12", " #0 ", "a\u{1B}[31m", String(repeating: "x", count: 61)])
  func whatCouldNotBeFoundOrShownIsRefused(name: String) {
    #expect(throws: Diagnosis.self) { try RunName.checked(name) }
  }

  @Test func numbersAreReadWithAndWithoutTheirMark() {
    #expect(RunName.number(in: "12") == 12)
    #expect(RunName.number(in: "#12") == 12)
    #expect(RunName.number(in: "-1") == nil)
    #expect(RunName.number(in: "#") == nil)
    #expect(RunName.number(in: "99999999999999999999") == nil)
  }
}
