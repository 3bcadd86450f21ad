import Foundation
import GPUMetrics
import WorkshopModel

/// Everything a receipt tells, gathered before a word of it is written.
struct ReceiptFacts: Sendable {
  /// A value, or why it is not known.
  enum Known<Value: Sendable>: Sendable {
    case known(Value)
    case unknown(String)
  }

  struct File: Sendable {
    let path: String
    /// 64 hexadecimal digits.
    let sha256: Known<String>
  }

  struct Environment: Sendable {
    let name: String
    /// Where the packages were read, such as `pixi.lock, linux-64`.
    let source: String
    let packages: Known<[StoredPackage]>
  }

  struct Run: Sendable {
    let run: StoredRun
    let figures: [SeriesSummary]
    let gpus: [GPUDeviceUse]
  }

  let exercise: Exercise
  let time: Date
  let verdict: Known<ExerciseVerdict>
  let provider: ProviderDescription
  /// Such as `linux-64`.
  let platform: String
  let files: [File]
  let environments: [Environment]
  let gpu: GPUReport
  /// Workloads and tasks in the order in which they began.
  let runs: Known<[Run]>
  /// How many earlier runs there are that are not told of.
  let earlierRuns: Int
  /// Commands as they were carried out or would be, in the order in which they are needed.
  let commands: [String]
}
