import Foundation

/// Reads GPU figures from NVIDIA's management library.
///
/// Each device is asked on a queue of its own, so that a call that hangs in the driver holds up
/// neither this source nor the other devices.
public actor NVMLSource: GPUSource {
  /// How long a new start of the driver is waited for when it went away under the library.
  private static let restartPatience = Duration.seconds(2)

  public nonisolated let kind = GPUSourceKind.nvml

  private let searchPath: NVMLSearchPath
  private let machine: MachineInspector
  private let patience: Duration
  private let clock: SamplingClock
  private let now: @Sendable () -> Double
  private var session: NVMLSession?
  private var rest = NVMLRest()
  /// The report after which the driver was let go.
  private var lastBeforeRest: GPUReport?
  private var rounds = 0
  private var isClosed = false

  /// - Parameters:
  ///   - patience: How long a round waits for the devices; what is later is told in the next.
  ///   - clock: What waiting goes by.
  ///   - now: Seconds since 1970.
  public init(
    searchPath: NVMLSearchPath, machine: MachineInspector,
    patience: Duration = .milliseconds(330), clock: SamplingClock = .continuous(),
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) {
    self.searchPath = searchPath
    self.machine = machine
    self.patience = patience
    self.clock = clock
    self.now = now
  }

  /// Loads and initialises the library, which may wake GPUs and take seconds.
  /// - Throws: Why there is no NVML here.
  func open() async throws(DriverProblem) {
    guard session == nil else { return }
    isClosed = false
    let opened = try await NVMLSession(
      searchPath: searchPath, machine: machine, clock: clock, now: now)
    // Closed or opened by another call in the meantime.
    if isClosed || session != nil {
      Task { await opened.end() }
    } else {
      session = opened
    }
  }

  public func sample() async -> GPUReport {
    if rest.isResting, let report = restingReport() { return report }
    rounds += 1
    var problem = DriverProblem.unknownError
    // The driver may have been replaced under the library: then a new start serves.
    for _ in 0..<2 {
      do {
        try await open()
        guard var reading = session else { break }
        let report = try await reading.read(
          NVMLRound(number: rounds, time: now()), patience: patience)
        if session != nil { session = reading }
        if rest.begins(after: report, on: machine.inspect) { letGo(report) }
        return report
      } catch let code as NVMLReturnCode {
        problem = DriverProblem(code)
        if let ended = session {
          session = nil
          _ = await bounded(by: Self.restartPatience, clock) { await ended.end() }
        }
      } catch let cause as DriverProblem {
        problem = cause
        break
      } catch {
        break
      }
    }
    return GPUReport(
      none: problem, reason: problem.explanation(on: machine.inspect()), time: now())
  }

  public func deviceCount() async -> Int {
    try? await open()
    return await session?.deviceCount() ?? 0
  }

  private func letGo(_ report: GPUReport) {
    guard let session else { return }
    self.session = nil
    lastBeforeRest = report
    Task { await session.end() }
  }

  /// What is told without asking the driver; nil when it is to be asked again.
  private func restingReport() -> GPUReport? {
    guard var report = lastBeforeRest, rest.goesOn(at: now(), on: machine.inspect()) else {
      return nil
    }
    report.time = now()
    report.devices = report.devices.map { $0.atRest(time: report.time) }
    return report
  }

  /// Lets go of the driver; does not wait for a call that hangs.
  public func close() {
    isClosed = true
    guard let session else { return }
    self.session = nil
    Task { await session.end() }
  }
}
