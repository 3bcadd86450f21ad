import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMIRoundsTests {
  private func round(_ indices: [Int], second: Int) -> String {
    indices.map { NvidiaSMIText.row($0, second: second) }.joined()
  }

  @Test func theFirstRoundIsWholeOnceNothingMoreComes() {
    var rounds = NvidiaSMIRounds.after(round([0, 1, 2], second: 1))
    #expect(rounds.count == 0)
    #expect(rounds.isUnsettled)
    rounds.settle()
    #expect(rounds.count == 1)
    #expect(rounds.devices.map(\.index) == [0, 1, 2])
    #expect(rounds.driver == "580.82.07")
  }

  @Test func theFirstRoundIsWholeWhenTheSecondBegins() {
    let rounds = NvidiaSMIRounds.after(round([0, 1], second: 1) + round([0], second: 2))
    #expect(rounds.count == 1)
    #expect(rounds.devices.map(\.index) == [0, 1])
  }

  @Test func aLaterRoundIsWholeWithItsLastDevice() {
    var rounds = NvidiaSMIRounds.after(round([0, 1], second: 1))
    rounds.settle()
    rounds.take(Array(round([0], second: 2).utf8), at: 2)
    #expect(rounds.count == 1)
    rounds.take(Array(NvidiaSMIText.row(1, second: 2, [.utilization: "99"]).utf8), at: 2)
    #expect(rounds.count == 2)
    #expect(rounds.devices.map(\.utilizationPercent) == [40, 99])
  }

  @Test func aLineCountsOnlyWithItsEnd() {
    let row = NvidiaSMIText.row(0)
    var rounds = NvidiaSMIRounds.after(String(row.dropLast()))
    rounds.settle()
    #expect(rounds.devices.isEmpty)
    #expect(!rounds.isUnsettled)
    rounds.take(Array("\n".utf8), at: 1)
    rounds.settle()
    #expect(rounds.devices.count == 1)
  }

  @Test func aRowInManyPiecesIsOne() {
    var rounds = NvidiaSMIRounds(NvidiaSMIQuery())
    for byte in round([0, 1], second: 1).utf8 { rounds.take([byte], at: 1) }
    rounds.settle()
    #expect(rounds.devices.map(\.utilizationPercent) == [40, 41])
  }

  @Test func aDeviceThatHasGoneIsMissedInTheRoundAfter() {
    let text = round([0, 1, 2], second: 1) + round([0, 2], second: 2) + round([0, 2], second: 3)
    #expect(NvidiaSMIRounds.after(text).devices.map(\.index) == [0, 2])
  }

  @Test func aDeviceThatHasComeIsThere() {
    var rounds = NvidiaSMIRounds.after(round([0], second: 1))
    rounds.settle()
    rounds.take(Array(round([0, 1], second: 2).utf8), at: 2)
    rounds.take(Array(round([0, 1], second: 3).utf8), at: 3)
    #expect(rounds.devices.map(\.index) == [0, 1])
  }

  @Test func aDeviceWhoseLineIsSpoiltKeepsItsLastFiguresAsOldOnes() throws {
    var rounds = NvidiaSMIRounds.after(round([0, 1], second: 1))
    rounds.settle()
    let spoilt = NvidiaSMIText.row(0, second: 2) + "2026/07/03 22:10:02.109, 1, GPU-\n"
    rounds.take(Array((spoilt + NvidiaSMIText.row(0, second: 3)).utf8), at: 2)
    #expect(rounds.devices.map(\.index) == [0, 1])
    let old = try #require(rounds.devices.last)
    #expect(old[.utilization].state == .stale)
    #expect(old[.utilization].value == 41)
    #expect(rounds.devices[0][.utilization].state == .known)
  }

  @Test func headersWarningsAndEventsBetweenRowsAreSkipped() {
    let text =
      "timestamp, index, uuid\n" + round([0], second: 1) + "Xid event: 31, pid=7\n\n"
      + round([1], second: 1) + "WARNING: infoROM is corrupted at gpu 0000:0B:00.0\n"
      + round([0, 1], second: 2)
    let rounds = NvidiaSMIRounds.after(text)
    #expect(rounds.count == 2)
    #expect(rounds.devices.map(\.index) == [0, 1])
  }

  @Test func aDeadDeviceIsAFaultInEveryRoundAndTheOthersGoOn() {
    let dead = NvidiaSMIText.fault(bus: "0000:02:00.0")
    var rounds = NvidiaSMIRounds.after(
      round([0], second: 1) + dead + round([2], second: 1))
    rounds.settle()
    for second in 2...4 {
      rounds.take(
        Array((round([0], second: second) + dead + round([2], second: second)).utf8), at: 2)
      #expect(rounds.count == second)
      #expect(rounds.devices.map(\.index) == [0, 1, 2])
      #expect(rounds.devices.map { $0.fault == nil } == [true, false, true])
      #expect(rounds.devices[1].pciBusID == "0000:02:00.0")
    }
    rounds.take(Array(round([0, 1, 2], second: 5).utf8), at: 5)
    #expect(rounds.devices.allSatisfy { $0.fault == nil })
  }

  @Test func aDeviceThatDiesHasNoFigures() {
    var rounds = NvidiaSMIRounds.after(round([0, 1], second: 1))
    rounds.settle()
    let dead = NvidiaSMIText.fault(bus: "0000:01:00.0")
    rounds.take(Array((dead + round([1], second: 2) + dead).utf8), at: 2)
    #expect(rounds.devices.map { $0.fault == nil } == [false, true])
    #expect(rounds.devices[0].utilizationPercent == nil)
  }

  @Test func theOnlyDeviceDiesAndComesBack() {
    var rounds = NvidiaSMIRounds.after(round([0], second: 1))
    rounds.settle()
    rounds.take(Array(NvidiaSMIText.fault(bus: "0000:01:00.0").utf8), at: 2)
    #expect(rounds.devices.map { $0.fault == nil } == [false])
    rounds.take(Array(round([0], second: 3).utf8), at: 3)
    #expect(rounds.devices.map { $0.fault == nil } == [true])
  }

  @Test func whatARoundHadWhenTheStreamEndedCounts() {
    var rounds = NvidiaSMIRounds.after(round([0, 1], second: 1))
    rounds.settle()
    rounds.take(Array((round([0], second: 2) + "2026/07/03 22:10:02.1, 1, GPU-1, 4").utf8), at: 2)
    rounds.finish()
    #expect(rounds.devices.map { $0[.utilization].state } == [.known, .stale])
  }

  @Test func anEndlessLineTakesNoMemoryAndTheNextOneIsRead() {
    var lines = NvidiaSMILines()
    for _ in 1...1000 {
      let early = lines.take(Array(repeating: UInt8(ascii: "x"), count: 4096))
      #expect(early.isEmpty)
    }
    #expect(!lines.isBetweenLines)
    let found = lines.take(Array("\nnext\n".utf8))
    #expect(found == [.tooLong, .text("next")])
    #expect(lines.isBetweenLines)
  }

  @Test func theNewestMessagesAreKeptUntilARowComes() {
    var rounds = NvidiaSMIRounds.after((1...20).map { "message \($0)\n" }.joined())
    #expect(rounds.messages.count == 8)
    #expect(rounds.messages.last == "message 20")
    rounds.take(Array(NvidiaSMIText.row(0).utf8), at: 1)
    #expect(rounds.messages.isEmpty)
  }

  @Test func sixtyFourDevicesAreOneRound() {
    let text = (1...3).map { round(Array(0..<64), second: $0) }.joined()
    let rounds = NvidiaSMIRounds.after(text)
    #expect(rounds.count == 3)
    #expect(rounds.devices.map(\.index) == Array(0..<64))
  }
}
