import ProcessRunner

/// A run as the engine keeps it, alive or ended.
struct LiveRun {
  var snapshot: RunSnapshot
  let plan: RunPlan
  let terminal: PseudoTerminal
  let collector: MetricsCollector
  let logWriter: LogFileWriter?
  let activity: OutputActivity
  /// Follows the files it writes its figures to; nil when the exercise names none.
  var follower: MetricFileFollower?
  /// Where the tree of its processes begins; nil before its program runs.
  var root: RunRoot?
  /// What it has used of GPUs, by the device.
  var gpu: [GPUDeviceName: GPUTally] = [:]
  /// By the engine's uptime.
  var begun = Duration.zero
  /// As it is kept; nil before that.
  var kept: StoredRun?
  /// What was asked of its end; nil when nobody has asked.
  var stop: (reason: StopReason, grace: Duration)?
  /// By the engine's uptime; nil until its program runs.
  var started: Duration?
  /// By the engine's uptime; nil when it is not paused.
  var paused: Duration?
  var pausedBefore = Duration.zero
  /// What is said of it as long as it asks for an answer; nil when it does not.
  var question: String?
  /// The run that stands in its place in its lane, after a restart.
  var replacement: RunID?
  var watchers: [Task<Void, Never>] = []
  /// Stops it at its time-out; nil when it has none.
  var timeout: Task<Void, Never>?
  var waiters: [CheckedContinuation<Void, Never>] = []

  /// For how long it has stood still until then.
  func paused(until now: Duration) -> Duration {
    pausedBefore + (paused.map { now - $0 } ?? .zero)
  }
}
