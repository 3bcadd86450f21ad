import GPUMetrics
import TestSupport
import Testing

/// How sources take one another's place while figures are followed.
@Suite struct GPUFallOverTests {
  /// What the machine has at the moment, and what was asked of it.
  private actor Machine {
    var nvmlServes: Bool
    var commandServes: Bool
    private(set) var searches = 0
    private(set) var open = 0

    init(nvml: Bool, command: Bool) {
      nvmlServes = nvml
      commandServes = command
    }

    func change(nvml: Bool, command: Bool) {
      nvmlServes = nvml
      commandServes = command
    }

    func serves(_ kind: GPUSourceKind) -> Bool {
      kind == .nvml ? nvmlServes : kind == .nvidiaSMI && commandServes
    }

    func select() -> any GPUSource {
      open += 1
      return Source(
        kind: nvmlServes ? .nvml : commandServes ? .nvidiaSMI : .none, machine: self)
    }

    func better() -> (any GPUSource)? {
      searches += 1
      guard nvmlServes else { return nil }
      open += 1
      return Source(kind: .nvml, machine: self)
    }

    func closed() { open -= 1 }
  }

  private struct Source: GPUSource {
    let kind: GPUSourceKind
    let machine: Machine

    func sample() async -> GPUReport {
      guard await machine.serves(kind) else {
        return GPUReport(source: .none, reason: "\(kind.rawValue) is gone")
      }
      return GPUReport(
        source: kind, reason: kind == .nvidiaSMI ? "NVML does not serve" : nil,
        devices: [GPUDevice(index: 0)])
    }

    func close() async { await machine.closed() }
  }

  private func sampler(_ machine: Machine, _ clock: ManualClock) -> GPUSampler {
    GPUSampler(
      retryInterval: .seconds(15), betterInterval: .seconds(60), clock: clock.sampling,
      findBetter: { _ in await machine.better() }, openSource: { await machine.select() })
  }

  @Test func nvmlThatDiesIsFollowedByTheCommandInTheSameRound() async throws {
    let (clock, machine) = (ManualClock(), Machine(nvml: true, command: true))
    let sampler = sampler(machine, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    #expect(await reports.next()?.source == .nvml)
    await machine.change(nvml: false, command: true)
    try await clock.advance(by: .seconds(1))
    let report = try #require(await reports.next())
    #expect(report.source == .nvidiaSMI)
    #expect(report.reason == "NVML does not serve")
    try await waitUntil("the dead source is closed") { await machine.open == 1 }
    await sampler.stop()
  }

  @Test func nvmlTakesOverAgainAndThatIsToldForAWhile() async throws {
    let (clock, machine) = (ManualClock(), Machine(nvml: false, command: true))
    let sampler = sampler(machine, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    #expect(await reports.next()?.source == .nvidiaSMI)
    await machine.change(nvml: true, command: true)
    for _ in 1..<60 {
      try await clock.advance(by: .seconds(1))
      #expect(await reports.next()?.source == .nvidiaSMI)
    }
    #expect(await machine.searches == 0)
    try await clock.advance(by: .seconds(1))
    _ = await reports.next()
    try await waitUntil("NVML was looked for") { await machine.searches == 1 }
    var report: GPUReport?
    repeat {
      try await clock.advance(by: .seconds(1))
      report = await reports.next()
    } while report?.source == .nvidiaSMI
    #expect(report?.source == .nvml)
    #expect(report?.reason?.contains("NVML serves again") == true)
    try await waitUntil("the command is closed") { await machine.open == 1 }
    for _ in 1...30 {
      try await clock.advance(by: .seconds(1))
      report = await reports.next()
    }
    #expect(report?.source == .nvml)
    #expect(report?.reason == nil)
    await sampler.stop()
  }

  @Test func aSearchInVainDisturbsNothingAndIsRepeatedAfterItsPause() async throws {
    let (clock, machine) = (ManualClock(), Machine(nvml: false, command: true))
    let sampler = sampler(machine, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    _ = await reports.next()
    for second in 1...120 {
      try await clock.advance(by: .seconds(1))
      #expect(await reports.next()?.source == .nvidiaSMI)
      if second == 60 {
        try await waitUntil("it was looked for once") { await machine.searches == 1 }
      }
    }
    #expect(await machine.searches <= 2)
    #expect(await machine.open == 1)
    await sampler.stop()
  }

  @Test func whereThereIsNoneOneIsLookedForAgainAndTold() async throws {
    let (clock, machine) = (ManualClock(), Machine(nvml: false, command: false))
    let sampler = sampler(machine, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    #expect(await reports.next()?.reason == "none is gone")
    await machine.change(nvml: true, command: false)
    var report: GPUReport?
    for _ in 1...15 {
      try await clock.advance(by: .seconds(1))
      report = await reports.next()
    }
    #expect(report?.source == .nvml)
    #expect(report?.reason?.contains("NVML answers now") == true)
    await sampler.stop()
  }

  @Test func whereBothDieTheReasonIsTheLastOnes() async throws {
    let (clock, machine) = (ManualClock(), Machine(nvml: true, command: false))
    let sampler = sampler(machine, clock)
    var reports = await sampler.reports(every: .seconds(1)).makeAsyncIterator()
    #expect(await reports.next()?.source == .nvml)
    await machine.change(nvml: false, command: false)
    try await clock.advance(by: .seconds(1))
    let report = try #require(await reports.next())
    #expect(report.source == .none)
    #expect(report.reason == "none is gone")
    await sampler.stop()
  }
}
