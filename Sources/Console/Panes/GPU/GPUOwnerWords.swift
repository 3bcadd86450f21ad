import SessionEngine

/// Who has something of a GPU, in words.
struct GPUOwnerWords {
  let state: ConsoleState

  /// Such as `#3 exercise-2 · gpu · 3.1 GiB · 84 %`.
  func whole(_ share: GPUShare) -> String {
    let figures = [
      share.memoryBytes.map { FigureWords.value(Double($0), unit: "bytes") } ?? "memory n/a",
      share.smPercent.map { "\($0) %" } ?? "busy n/a",
    ]
    let environment = environment(of: share.owner)
    return ([name(of: share.owner)] + [environment].compactMap(\.self) + figures)
      .joined(separator: " · ")
  }

  /// Such as `#3 gpu 3.1 GiB`.
  func short(_ share: GPUShare) -> String {
    let memory = share.memoryBytes.map { FigureWords.value(Double($0), unit: "bytes") } ?? "n/a"
    guard let run = share.owner.run else { return "\(name(of: share.owner)) \(memory)" }
    return "\(run) \(environment(of: share.owner).map { "\($0) " } ?? "")\(memory)"
  }

  /// Such as `#3 exercise-2`, `others` or `not to be seen here`.
  func name(of owner: GPUOwner) -> String {
    switch owner {
    case .run(let id):
      guard let run = state.runs[id]?.snapshot else { return "run \(id)" }
      return "\(id) \(run.name ?? run.exercise)"
    case .other: return "others"
    case .hidden: return "not to be seen here"
    }
  }

  /// The environment of a run of this session; nil for others.
  func environment(of owner: GPUOwner) -> String? {
    owner.run.flatMap { state.runs[$0]?.snapshot.environment }
  }
}
