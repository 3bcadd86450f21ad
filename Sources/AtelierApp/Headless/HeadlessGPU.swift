import GPUMetrics
import SessionEngine

/// Tells an engine what the GPUs show, where there are any, for as long as it runs.
struct HeadlessGPU: Sendable {
  private let sampler: GPUSampler
  private let following: Task<Void, Never>

  /// Looks once, and goes on looking every second where there is a GPU.
  init(_ selector: GPUSourceSelector, _ engine: Engine) async {
    let sampler = GPUSampler(selector)
    self.sampler = sampler
    let source = await selector.select()
    let report = await source.sample()
    await source.close()
    await engine.note(report)
    let hasGPU = !report.devices.isEmpty
    following = Task {
      guard hasGPU else { return }
      for await report in await sampler.reports(every: .seconds(1)) { await engine.note(report) }
    }
  }

  func close() async {
    following.cancel()
    await sampler.stop()
  }
}
