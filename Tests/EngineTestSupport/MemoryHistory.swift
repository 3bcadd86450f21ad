import SessionEngine

/// A history that holds its runs in memory.
public struct MemoryHistory: RunHistory {
  public var kept: [StoredRun] = []
  public var series: [RunID: [String: [MetricPoint]]] = [:]
  public var installed: [RunID: [StoredPackage]] = [:]

  public init(
    kept: [StoredRun] = [], series: [RunID: [String: [MetricPoint]]] = [:],
    installed: [RunID: [StoredPackage]] = [:]
  ) {
    self.kept = kept
    self.series = series
    self.installed = installed
  }

  public func runs(_ filter: RunFilter) throws -> [StoredRun] {
    let chosen = kept.reversed().filter { run in
      (filter.exercise == nil || filter.exercise == run.exercise)
        && (filter.environment == nil || filter.environment == run.environment)
        && (filter.batch == nil || filter.batch == run.batch)
        && (!filter.onlyPinned || run.isPinned)
        && (!filter.onlyWorkloads || run.purpose == .workload)
    }
    return filter.limit.map { Array(chosen.prefix($0)) } ?? chosen
  }

  public func run(_ id: RunID) throws -> StoredRun? { kept.first { $0.id == id } }

  public func seriesNames(of run: RunID) throws -> [String] { (series[run] ?? [:]).keys.sorted() }

  public func points(of run: RunID, series name: String, limit: Int?) throws -> [MetricPoint] {
    let points = series[run]?[name] ?? []
    return limit.map { Array(points.prefix($0)) } ?? points
  }

  public func packages(of run: RunID) throws -> [StoredPackage] { installed[run] ?? [] }
}
