import GPUMetrics
import TestSupport
import Testing

@Suite struct GPUSamplerTests {
  private func sampler(
    _ source: ScriptedSource, _ clock: ManualClock, patience: Duration = .seconds(3)
  ) -> GPUSampler {
    GPUSampler(patience: patience, clock: clock.sampling) { source }
  }

  @Test func asksOncePerPeriod() async throws {
    let clock = ManualClock()
    let source = ScriptedSource()
    let sampler = sampler(source, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    for round in 1...3 {
      try await waitUntil("round \(round) is asked") { await source.asked == round }
      await source.answer(GPUReport(source: .nvml, driver: "\(round)"))
      #expect(await reports.next()?.driver == "\(round)")
      try await clock.advance(by: .seconds(1))
    }
    await sampler.stop()
    #expect(await reports.next() == nil)
    try await waitUntil("the source is closed") { await source.closed == 1 }
  }

  @Test func unansweredRoundPilesNothingUpAndIsTold() async throws {
    let clock = ManualClock()
    let source = ScriptedSource()
    let sampler = sampler(source, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    try await waitUntil("the first round is asked") { await source.asked == 1 }
    await source.answer(GPUReport(source: .nvml, devices: [GPUDevice(index: 0)]))
    #expect(await reports.next()?.silentSeconds == nil)

    try await clock.advance(by: .seconds(1))
    try await waitUntil("the second round is asked") { await source.asked == 2 }
    for _ in 1...3 { try await clock.advance(by: .seconds(1)) }
    let silent = try #require(await reports.next())
    #expect(silent.silentSeconds == 3)
    #expect(silent.reason?.hasPrefix("No answer from the driver for 3 s") == true)
    #expect(silent.devices.count == 1)
    #expect(await source.asked == 2)

    await source.answer(GPUReport(source: .nvml, driver: "back"))
    let back = try #require(await reports.next())
    #expect(back.driver == "back")
    #expect(back.silentSeconds == nil)
    await sampler.stop()
  }

  @Test func sourceThatIsGoneIsLookedForAgainAfterAWhile() async throws {
    let clock = ManualClock()
    let source = ScriptedSource()
    let sampler = GPUSampler(retryInterval: .seconds(2), clock: clock.sampling) {
      await source.open()
      return source
    }
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    try await waitUntil("the first round is asked") { await source.asked == 1 }
    await source.answer(GPUReport(source: .none, reason: "gone"))
    #expect(await reports.next()?.reason == "gone")
    try await waitUntil("the source is closed") { await source.closed == 1 }

    try await clock.advance(by: .seconds(1))
    #expect(await reports.next()?.reason == "gone")
    #expect(await source.opened == 1)
    try await clock.advance(by: .seconds(1))
    try await waitUntil("the source is opened again") { await source.opened == 2 }
    await sampler.stop()
    await source.answer(GPUReport(source: .none))
  }

  @Test func stoppingDoesNotWaitForTheDriver() async throws {
    let clock = ManualClock()
    let source = ScriptedSource()
    let sampler = sampler(source, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    try await waitUntil("the round is asked") { await source.asked == 1 }
    await sampler.stop()
    #expect(await reports.next() == nil)
    await source.answer(GPUReport(source: .nvml))
  }
}
