import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMIQueryTests {
  @Test func aFieldThatIsNotKnownIsAskedForNoMore() {
    var query = NvidiaSMIQuery()
    let answer1 = query.leaveOut("memory.reserved")
    #expect(answer1)
    #expect(!query.names.contains("memory.reserved"))
    let answer2 = query.leaveOut("memory.reserved")
    #expect(!answer2)
    #expect(query.fields.count == NvidiaSMIField.allCases.count - 1)
  }

  @Test func aRenamedFieldIsAskedForByItsOlderNameFirst() {
    var query = NvidiaSMIQuery()
    let answer3 = query.leaveOut("clocks_event_reasons.active")
    #expect(answer3)
    #expect(query.names.contains("clocks_throttle_reasons.active"))
    #expect(query.fields.contains(.clockReasons))
    let answer4 = query.leaveOut("clocks_throttle_reasons.active")
    #expect(answer4)
    #expect(!query.fields.contains(.clockReasons))
  }

  @Test func noRowCanBeWithoutItsIndex() {
    var query = NvidiaSMIQuery()
    let answer5 = query.leaveOut("index")
    #expect(!answer5)
    let answer6 = query.leaveOut("no such field")
    #expect(!answer6)
    #expect(query == NvidiaSMIQuery())
  }
}
