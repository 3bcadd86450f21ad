import Foundation

/// Reads GPU figures from an `nvidia-smi` that goes on asking once a second.
public actor NvidiaSMISource: GPUSource {
  /// How long a round is waited for; a command that takes longer is told of with old figures.
  static let patience = Duration.milliseconds(2500)
  /// Starts in a row without a figure, after which another source is worth looking for.
  private static let barrenStarts = 3

  public nonisolated let kind = GPUSourceKind.nvidiaSMI

  private let loop: NvidiaSMILoop
  private let programs: NvidiaSMIProgramLister
  private let machine: MachineInspector
  private let reason: String?
  private let timeout: Duration
  private let isContainer: Bool
  private let now: @Sendable () -> Double
  private var told = 0

  /// - Parameters:
  ///   - path: The command, as an absolute path.
  ///   - environment: The child's whole environment.
  ///   - reason: Why it is not NVML that answers; said with every report.
  ///   - timeout: How long the command may say nothing before it is ended and started again.
  ///   - clock: What waiting goes by.
  ///   - guarding: What keeps the command from outliving this process.
  ///   - now: Seconds since 1970.
  public init(
    path: String, environment: [String: String], machine: MachineInspector,
    reason: String? = nil, timeout: Duration = .seconds(10),
    clock: SamplingClock = .continuous(),
    guarding: @escaping CommandGuarding = { ($0, $1) },
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) {
    let command = NvidiaSMICommand(path: path, environment: environment, guarding: guarding)
    loop = NvidiaSMILoop(command, timeout: timeout, clock: clock, now: now)
    programs = NvidiaSMIProgramLister(command, timeout: timeout, clock: clock)
    self.machine = machine
    self.reason = reason
    self.timeout = timeout
    self.now = now
    isContainer = machine.inspect().isContainer
  }

  /// Starts the command and waits for its first round, which the first sample tells.
  /// - Throws: Why the command gives no figures.
  func open() async throws(DriverProblem) {
    await loop.start()
    let view = await loop.view(after: 0, patience: timeout + .seconds(2))
    if view.rounds > 0 { return }
    await loop.close()
    throw view.problem ?? .commandSilent(seconds: Int(timeout.components.seconds))
  }

  public func sample() async -> GPUReport {
    await loop.start()
    await programs.ask()
    let view = await loop.view(
      after: told, patience: told == 0 ? timeout + .seconds(2) : Self.patience)
    if let problem = view.problem, view.rounds == 0 || view.barren >= Self.barrenStarts {
      return GPUReport(
        none: problem, reason: problem.explanation(on: machine.inspect()), time: now())
    }
    let listing = await programs.listing(waits: told == 0)
    let isNew = view.rounds > told
    told = view.rounds
    var report = GPUReport(
      source: .nvidiaSMI, reason: reason, driver: view.driver,
      devices: view.devices.map { device in
        var device = device
        device.take(listing, isContainer: isContainer)
        if !isNew { device.age() }
        return device
      }, time: isNew ? view.time : now())
    if !isNew {
      report.silentSeconds = Int(view.silence.components.seconds)
      report.reason = [Self.words(for: view), reason].compactMap(\.self).joined(separator: " ")
    }
    return report
  }

  /// Ends the command; does not wait for that.
  public func close() async {
    await loop.close()
    await programs.close()
  }

  /// Why the figures are old ones.
  private static func words(for view: NvidiaSMILoop.View) -> String {
    let seconds = Int(view.silence.components.seconds)
    guard let problem = view.problem else {
      return "nvidia-smi has given no figures for \(seconds) s: these are the last known."
    }
    let next = view.restart.map { again(in: $0) } ?? "nvidia-smi has been started again."
    return "\(problem.summary) \(next) The figures are \(seconds) s old."
  }

  private static func again(in pause: Duration) -> String {
    "nvidia-smi is started again in \(Int((pause / .seconds(1)).rounded(.up))) s."
  }
}
