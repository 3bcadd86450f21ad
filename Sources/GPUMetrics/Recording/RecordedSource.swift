import Foundation

/// Plays a recording as if its rounds were made now; every report says that it is a replay.
///
/// The times are moved to the present, so that graphs and ages are those of a living source.
public actor RecordedSource: GPUSource {
  /// The longest wait for a round that is due, and so the longest pause between two reports.
  private static let longestWait = 2.5

  public nonisolated let kind: GPUSourceKind
  private let recording: GPURecording
  private let speed: Double
  private let clock: SamplingClock
  private let now: @Sendable () -> Double
  private var begun: (clock: Duration, time: Double)?
  private var told = -1

  /// - Parameters:
  ///   - speed: How many recorded seconds pass in one; more than 0.
  ///   - clock: What waiting goes by.
  ///   - now: Seconds since 1970.
  public init(
    _ recording: GPURecording, speed: Double = 1, clock: SamplingClock = .continuous(),
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) {
    self.recording = recording
    self.speed = speed
    self.clock = clock
    self.now = now
    kind = recording.rounds[0].source
  }

  /// The round of this moment, waiting a while for the next where this one has been told; after the
  /// last its figures as old ones.
  public func sample() async -> GPUReport {
    let begun = begun ?? (clock.now(), now())
    self.begun = begun
    func elapsed() -> Double { (clock.now() - begun.clock) / .seconds(1) * speed }
    // A thousandth more, so that a wait for a round never ends just before it.
    func current() -> Int { recording.index(at: elapsed() + 0.001) }
    let last = recording.rounds.count - 1
    if told < last, current() == told {
      let wait = (recording.offset(of: told + 1) - elapsed()) / speed
      try? await clock.sleep(.seconds(min(max(0, wait), Self.longestWait)))
    }
    let isOver = told == last
    told = current()
    var report = recording.rounds[told].moved { [recording, speed] time in
      begun.time + (time - recording.rounds[0].time) / speed
    }
    var words = recording.notes
    if isOver {
      for index in report.devices.indices { report.devices[index].age() }
      words.append("The recording is over; these are its last figures.")
    }
    if let reason = report.reason { words.append(reason) }
    report.reason = words.isEmpty ? nil : words.joined(separator: " ")
    return report
  }

  public func close() {}
}

extension GPUReport {
  /// The same report with every time changed; 0, which is no time, stays.
  fileprivate func moved(_ change: (Double) -> Double) -> GPUReport {
    func moved(_ time: Double) -> Double { time == 0 ? 0 : change(time) }
    var report = self
    report.time = moved(time)
    for index in report.devices.indices {
      var device = report.devices[index]
      device.time = moved(device.time)
      for (metric, reading) in device.figures {
        device.figures[metric] = reading.moved(to: moved(reading.time), of: metric)
      }
      for event in device.events.indices {
        device.events[event].time = moved(device.events[event].time)
      }
      for sample in device.samples.indices {
        device.samples[sample].time = moved(device.samples[sample].time)
      }
      report.devices[index] = device
    }
    return report
  }
}

extension GPUReading {
  fileprivate func moved(to time: Double, of metric: GPUMetric) -> GPUReading {
    guard let value else { return .absent(state, at: time) }
    let reading = GPUReading.known(value, of: metric, at: time)
    return state == .stale ? reading.aged : reading
  }
}
