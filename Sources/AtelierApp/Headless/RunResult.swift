import ProcessRunner
import SessionEngine

/// One run as `atelier run --json` and `atelier tasks run --json` print it; what is not known is
/// null.
struct RunResult: Encodable {
  /// The run's number; nil when it never ran.
  let run: Int?
  let environment: String
  let provider: ProviderKind
  /// Counted from 1; nil when the run was not repeated.
  let repetition: Int?
  /// What a person calls it.
  let name: String?
  /// Nil when it never ran.
  let exitCode: Int32?
  let seconds: Double?
  /// Of the whole tree of processes.
  let cpuSeconds: Double?
  let metrics: RunResultMetrics
  let device: String?
  let peakMemoryBytes: UInt64?
  let log: String?
  /// Why the log is missing or not complete.
  let logFault: String?
  /// What went wrong, with the remedy; nil when all went well.
  let fault: String?

  private enum CodingKeys: String, CodingKey {
    case run, environment, provider, repetition, name, seconds, metrics, device, log, fault
    case exitCode = "exit_code"
    case logFault = "log_fault"
    case cpuSeconds = "cpu_seconds"
    case peakMemoryBytes = "peak_memory_bytes"
  }

  /// - Parameter isLast: Whether the lane's own end is told with this run.
  init(lane: BatchLane, run: RunSnapshot?, provider: ProviderKind, isLast: Bool = true) {
    environment = lane.environment
    self.provider = provider
    let workload = run.flatMap { $0.purpose.givesFigures ? $0 : nil }
    self.run = workload?.id.number
    repetition = workload?.repetition
    name = workload?.name
    let said = workload?.metrics ?? RunMetrics()
    metrics = RunResultMetrics(said)
    device = said.device
    log = run?.log
    logFault = run?.logFault
    var report: ExitReport?
    if case .ended(let ended)? = workload?.state { report = ended }
    exitCode = report?.exitCode
    seconds = report?.seconds
    cpuSeconds = report?.cpuSeconds
    peakMemoryBytes = said.peakMemoryBytes ?? report?.peakMemoryBytes
    fault = (isLast ? Self.fault(lane) : nil) ?? run.flatMap(Self.fault)
  }

  var isWell: Bool { exitCode == 0 && fault == nil }

  private static func fault(_ lane: BatchLane) -> String? {
    if case .failed(let diagnosis) = lane.phase { return "\(diagnosis)" }
    if case .cancelled = lane.phase { return "Stopped before it ran." }
    return nil
  }

  private static func fault(_ run: RunSnapshot) -> String? {
    if let diagnosis = run.diagnosis { return "\(diagnosis)" }
    guard case .ended(let report) = run.state, !run.state.hasSucceeded else { return nil }
    return report.words
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(run, forKey: .run)
    try container.encode(environment, forKey: .environment)
    try container.encode(provider, forKey: .provider)
    try container.encode(repetition, forKey: .repetition)
    try container.encode(name, forKey: .name)
    try container.encode(exitCode, forKey: .exitCode)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(cpuSeconds, forKey: .cpuSeconds)
    try container.encode(metrics, forKey: .metrics)
    try container.encode(device, forKey: .device)
    try container.encode(peakMemoryBytes, forKey: .peakMemoryBytes)
    try container.encode(log, forKey: .log)
    try container.encode(logFault, forKey: .logFault)
    try container.encode(fault, forKey: .fault)
  }
}
