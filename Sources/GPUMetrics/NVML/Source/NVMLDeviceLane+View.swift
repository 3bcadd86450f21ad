extension NVMLDeviceLane {
  /// The figures of PCIe are as good for so many seconds.
  private static let slowSeconds = 5.0

  /// The device as it is known now, without waiting for a call that is under way.
  ///
  /// A lane that is slow but goes on is told with the figures of the round before; one in whose
  /// way a call stands has old ones, and says which call that is.
  nonisolated func view(of round: NVMLRound, patience: Duration) -> GPUDevice {
    let view = progress.view
    var device = view.result?.device ?? GPUDevice(index: index)
    let stuck = view.call.flatMap { $0.time >= patience / 2 ? $0 : nil }
    if view.round != round.number {
      device.samples = []
      if stuck != nil || view.round < round.number - 1 { device.age() }
    }
    if let stuck {
      device.stuck = GPUStuckCall(figure: stuck.figure, seconds: stuck.time / .seconds(1))
    }
    addSlowFigures(to: &device, round, patience: patience)
    return device
  }

  private nonisolated func addSlowFigures(
    to device: inout GPUDevice, _ round: NVMLRound, patience: Duration
  ) {
    guard device.fault == nil else { return }
    let view = slow.progress.view
    for (metric, reading) in view.result ?? [:] {
      device[metric] = round.time - reading.time > Self.slowSeconds ? reading.aged : reading
    }
    if device.stuck == nil, let call = view.call, call.time >= max(patience, .seconds(1)) {
      device.stuck = GPUStuckCall(figure: call.figure, seconds: call.time / .seconds(1))
    }
  }
}

extension GPUDevice {
  /// Takes every figure that may have changed as an old one.
  mutating func age() {
    for (metric, reading) in figures where !metric.isConstant { figures[metric] = reading.aged }
    if clockReasonsState == .known { clockReasonsState = .stale }
  }
}
