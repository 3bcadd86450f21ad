import SessionEngine

/// A history that holds its runs in memory.
struct MemoryHistory: RunHistory {
  var kept: [StoredRun] = []
  var series: [RunID: [String: [MetricPoint]]] = [:]
  var installed: [RunID: [StoredPackage]] = [:]

  func runs(_ filter: RunFilter) throws -> [StoredRun] {
    let chosen = kept.reversed().filter { run in
      (filter.exercise == nil || filter.exercise == run.exercise)
        && (filter.environment == nil || filter.environment == run.environment)
        && (filter.batch == nil || filter.batch == run.batch)
        && (!filter.onlyPinned || run.isPinned)
        && (!filter.onlyWorkloads || run.purpose == .workload)
    }
    return filter.limit.map { Array(chosen.prefix($0)) } ?? chosen
  }

  func run(_ id: RunID) throws -> StoredRun? { kept.first { $0.id == id } }

  func seriesNames(of run: RunID) throws -> [String] { (series[run] ?? [:]).keys.sorted() }

  func points(of run: RunID, series name: String, limit: Int?) throws -> [MetricPoint] {
    let points = series[run]?[name] ?? []
    return limit.map { Array(points.prefix($0)) } ?? points
  }

  func packages(of run: RunID) throws -> [StoredPackage] { installed[run] ?? [] }
}
