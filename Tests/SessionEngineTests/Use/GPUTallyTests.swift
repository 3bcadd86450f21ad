import Testing

@testable import SessionEngine

@Suite struct GPUTallyTests {
  private func use(_ samples: [GPUTally.Sample]) -> GPUUse {
    var tally = GPUTally()
    for sample in samples { tally.add(sample) }
    return tally.use
  }

  @Test func meansWeighEachSampleByItsTime() {
    let use = use([
      .init(time: 0, utilization: 0, memory: 100, watts: 100),
      .init(time: 1, utilization: 100, memory: 300, watts: 300),
      .init(time: 4, utilization: 100, memory: 300, watts: 300),
    ])
    #expect(use.seconds == 4)
    #expect(use.meanUtilizationPercent == 87.5 && use.peakUtilizationPercent == 100)
    #expect(use.meanMemoryBytes == 275 && use.peakMemoryBytes == 300)
    #expect(use.energyJoules == 1100)
    #expect(!use.wasShared && !use.isOfDevice)
  }

  @Test func theBoardsCounterComesBeforeItsPower() {
    let use = use([
      .init(time: 0, watts: 100, joules: 5000), .init(time: 2, watts: 100, joules: 5150),
      // It was begun anew: its power has to do.
      .init(time: 3, watts: 100, joules: 10), .init(time: 4, watts: 100, joules: 40),
    ])
    #expect(use.energyJoules == 280.0)
  }

  @Test func whatNobodyTellsIsNotInvented() {
    var silent = use([.init(time: 0), .init(time: 1), .init(time: 2)])
    #expect(silent.seconds == 2)
    #expect(silent.energyJoules == nil && silent.meanUtilizationPercent == nil)
    #expect(silent.meanMemoryBytes == nil && silent.peakMemoryBytes == nil)
    // Of one sample there is no energy.
    silent = use([.init(time: 0, utilization: 30, watts: 100)])
    #expect(silent.energyJoules == nil && silent.meanUtilizationPercent == 30)
    // Energy that is known of a half of the time is not the energy of that time.
    silent = use([.init(time: 0, watts: 100), .init(time: 1, watts: 100), .init(time: 2)])
    #expect(silent.energyJoules == nil)
  }

  @Test func timeInWhichNobodyLookedIsNotCounted() {
    let use = use([
      .init(time: 0, watts: 100), .init(time: 1, watts: 100), .init(time: 61, watts: 100),
      .init(time: 62, watts: 100), .init(time: 62, watts: 900), .init(time: 50, watts: 900),
    ])
    #expect(use.seconds == 2 && use.energyJoules == 200)
    var tally = GPUTally()
    tally.add(.init(time: 0, watts: 100))
    tally.pause()
    tally.add(.init(time: 2, watts: 100))
    tally.add(.init(time: 3, watts: 100))
    #expect(tally.use.seconds == 1 && tally.use.energyJoules == 100)
  }

  @Test func energyThatWasSharedIsNobodysAlone() {
    let use = use([
      .init(time: 0, watts: 100, isShared: true), .init(time: 1, watts: 100),
    ])
    #expect(use.wasShared && use.energyJoules == 100)
    #expect(use.joulesPerThousandImages(500) == nil)
    var alone = use
    alone.wasShared = false
    #expect(alone.joulesPerThousandImages(500) == 200)
    #expect(alone.joulesPerThousandImages(nil) == nil && alone.joulesPerThousandImages(0) == nil)
  }

  @Test func severalGPUsAreOneUse() {
    func device(_ name: String, _ use: GPUUse) -> GPUDeviceUse {
      GPUDeviceUse(device: GPUDeviceName(name), name: nil, use: use)
    }
    #expect(GPUUse([GPUDeviceUse]()) == nil)
    let first = GPUUse(
      seconds: 10, meanUtilizationPercent: 80, peakUtilizationPercent: 90, energyJoules: 1000,
      peakMemoryBytes: 5)
    var second = GPUUse(
      seconds: 30, meanUtilizationPercent: 40, peakUtilizationPercent: 99, energyJoules: 2000,
      peakMemoryBytes: 7, wasShared: true)
    let both = GPUUse([device("a", first), device("b", second)])
    #expect(both?.seconds == 30 && both?.energyJoules == 3000 && both?.wasShared == true)
    #expect(both?.meanUtilizationPercent == 50 && both?.peakUtilizationPercent == 99)
    #expect(both?.peakMemoryBytes == 7)
    second.energyJoules = nil
    #expect(GPUUse([device("a", first), device("b", second)])?.energyJoules == nil)
  }

  @Test func wordsSayWhatIsSharedAndWhatIsNotKnown() {
    let shared = GPUDeviceUse(
      device: GPUDeviceName("GPU-1"), name: "NVIDIA H100",
      use: GPUUse(
        seconds: 12, meanUtilizationPercent: 84, peakUtilizationPercent: 98, energyJoules: 3000,
        wasShared: true))
    #expect(
      GPUUseWords(1000, of: [shared]).text(shared)
        == "NVIDIA H100: 12.0 s, utilisation mean 84.0 % peak 98.0 %, memory mean n/a peak n/a, "
        + "energy 3000 J shared with others")
    let alone = GPUDeviceUse(
      device: GPUDeviceName("GPU-1"), name: nil, use: GPUUse(energyJoules: 3000, isOfDevice: true))
    let words = GPUUseWords(2000, of: [alone]).text(alone)
    #expect(words.hasPrefix("GPU-1: n/a, utilisation of the whole GPU mean n/a"))
    #expect(words.hasSuffix("energy 3000 J, 1500 J per 1000 images"))
  }
}
