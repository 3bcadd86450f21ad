import ProcessRunner
import SessionEngine

/// One run as `atelier run --json` prints it; what is not known is null.
struct RunResult: Encodable {
  let environment: String
  let provider: ProviderKind
  /// Nil when it never ran.
  let exitCode: Int32?
  let seconds: Double?
  let metrics: RunResultMetrics
  let device: String?
  let peakMemoryBytes: UInt64?
  let log: String?
  /// What went wrong, with the remedy; nil when all went well.
  let fault: String?

  private enum CodingKeys: String, CodingKey {
    case environment, provider, seconds, metrics, device, log, fault
    case exitCode = "exit_code"
    case peakMemoryBytes = "peak_memory_bytes"
  }

  init(lane: BatchLane, run: RunSnapshot?, provider: ProviderKind) {
    environment = lane.environment
    self.provider = provider
    let workload = run.flatMap { $0.purpose == .workload ? $0 : nil }
    let said = workload?.metrics ?? RunMetrics()
    metrics = RunResultMetrics(said)
    device = said.device
    log = run?.log
    var report: ExitReport?
    if case .ended(let ended)? = workload?.state { report = ended }
    exitCode = report?.exitCode
    seconds = report?.seconds
    peakMemoryBytes = said.peakMemoryBytes ?? report?.peakMemoryBytes
    fault = Self.fault(lane, run)
  }

  var isWell: Bool { exitCode == 0 }

  private static func fault(_ lane: BatchLane, _ run: RunSnapshot?) -> String? {
    if case .failed(let diagnosis) = lane.phase { return "\(diagnosis)" }
    if case .cancelled = lane.phase { return "Stopped before it ran." }
    if let diagnosis = run?.diagnosis { return "\(diagnosis)" }
    if case .ended(let report)? = run?.state, report.outcome != .exited(0) { return report.words }
    return nil
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(environment, forKey: .environment)
    try container.encode(provider, forKey: .provider)
    try container.encode(exitCode, forKey: .exitCode)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(metrics, forKey: .metrics)
    try container.encode(device, forKey: .device)
    try container.encode(peakMemoryBytes, forKey: .peakMemoryBytes)
    try container.encode(log, forKey: .log)
    try container.encode(fault, forKey: .fault)
  }
}
