import ArgumentParser
import Foundation
import GPUMetrics

/// `atelier gpu`: one round of every GPU's figures.
public struct GPUCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "gpu",
    abstract: "Show the GPUs' figures.",
    discussion: """
      The figures come from NVML, else from nvidia-smi. Where there is neither, the reason and the \
      remedy are shown; that is a fact about the machine, and the exit status is 0. A figure that \
      is not known is n/a, in JSON null.

      NVML's library is looked for by its usual name; the environment variable ATELIER_NVML names \
      another.
      """)

  @Flag(help: "Print JSON.")
  var json = false

  public init() {}

  public func run() async throws {
    let report = await Self.report(environment: ProcessInfo.processInfo.environment)
    print(json ? try report.json() : report.table())
  }

  /// The first answer, or after ten seconds that there was none.
  static func report(environment: [String: String]) async -> GPUReport {
    let selector = GPUSourceSelector(environment: environment)
    let sampler = GPUSampler(patience: .seconds(10)) { await selector.select() }
    var first = GPUReport.unknown
    for await report in await sampler.reports(every: .seconds(1)) {
      first = report
      break
    }
    await sampler.stop()
    return first
  }
}
