import Foundation
import Testing

@testable import SessionEngine

@Suite struct RunLogNameTests {
  private func date(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) throws -> Date {
    let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: 4, second: 9)
    return try #require(Calendar(identifier: .gregorian).date(from: parts))
  }

  @Test func sortsAsTheTimesDo() throws {
    let dates = try [
      date(2025, 7, 7, 9), date(2025, 7, 7, 13), date(2025, 11, 2, 1), date(2026, 1, 1, 0),
    ]
    let names = dates.map(RunLogName.stamp)
    #expect(names[0] == "20250707-090409")
    #expect(names == names.sorted())
  }
}
