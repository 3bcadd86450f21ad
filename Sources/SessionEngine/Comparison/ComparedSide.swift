/// One side of a comparison: an environment's runs, one or several repeats.
public struct ComparedSide: Sendable, Hashable {
  /// What a person called it; nil to name it by its environment.
  public var title: String?
  /// In the order they ran, at least one, all of one environment.
  public var runs: [ComparedRun]

  public init(title: String? = nil, runs: [ComparedRun]) {
    self.title = title
    self.runs = runs
  }

  var succeeded: [ComparedRun] { runs.filter { $0.standing == .succeeded } }

  /// The runs whose figures count: those that ended well; while there is none yet, those that still
  /// run; and where none did or does, what the others gave until they ended.
  var counted: [ComparedRun] {
    if !succeeded.isEmpty { return succeeded }
    let alive = runs.filter { $0.standing == .alive }
    return alive.isEmpty ? runs : alive
  }

  /// Whether its figures are those of whole runs.
  var isFinished: Bool { !succeeded.isEmpty }
}
