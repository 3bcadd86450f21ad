import CNVML

/// Asks for a device what takes the driver 20 ms a call, beside the device's other figures.
actor NVMLSlowLane {
  /// Not oftener than this, in seconds.
  private static let interval = 3.5

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  nonisolated let progress: NVMLProgress<[GPUMetric: GPUReading]>
  private nonisolated let executor: BlockingExecutor
  private var figures: [GPUMetric: GPUReading] = [:]
  private var isRefused = false

  init(_ crew: BlockingCrew, clock: SamplingClock) {
    executor = BlockingExecutor(crew)
    progress = NVMLProgress(clock: clock)
  }

  /// Begins a round unless one is under way; returns at once.
  nonisolated func ask(_ handle: NVMLHandle, _ round: NVMLRound) {
    let last = progress.view.result?.values.map(\.time).max() ?? 0
    guard abs(round.time - last) >= Self.interval, progress.begin() else { return }
    executor.perform { self.assumeIsolated { $0.read(handle, round) } }
  }

  /// Returns when no call is under way.
  func finish() {}

  private func read(_ handle: NVMLHandle, _ round: NVMLRound) {
    defer { progress.end(figures, round: round.number) }
    for (metric, counter) in [
      (GPUMetric.pcieReceive, NVML_PCIE_RECEIVE), (.pcieTransmit, NVML_PCIE_TRANSMIT),
    ] where !isRefused {
      progress.calls(metric.name)
      // The driver answers in KB a second.
      let reading = handle.choice(handle.symbols.pcieThroughput, counter)
      isRefused = reading.code.meansFieldAbsent
      figures[metric] =
        reading.value.map { .known($0 * 1000, of: metric, at: round.time) }
        ?? .absent(reading.code.readingState, at: round.time)
    }
  }
}
