import GPUMetrics

/// A source that answers when the test says so.
actor ScriptedSource: GPUSource {
  nonisolated let kind = GPUSourceKind.nvml
  private(set) var opened = 0
  private(set) var asked = 0
  private(set) var closed = 0
  private var waiting: [CheckedContinuation<GPUReport, Never>] = []

  func open() {
    opened += 1
  }

  func sample() async -> GPUReport {
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      asked += 1
    }
  }

  func close() {
    closed += 1
  }

  func answer(_ report: GPUReport) {
    for continuation in waiting { continuation.resume(returning: report) }
    waiting = []
  }
}
