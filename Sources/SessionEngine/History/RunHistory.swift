/// Reads the runs a workshop has seen; blocks on the database, so never call it on the cooperative
/// pool.
public protocol RunHistory: Sendable {
  /// The newest first.
  func runs(_ filter: RunFilter) throws -> [StoredRun]
  func run(_ id: RunID) throws -> StoredRun?
  /// Sorted by name.
  func seriesNames(of run: RunID) throws -> [String]
  /// In the order they were read.
  /// - Parameter limit: At most so many, thinned evenly with the first and the last kept; nil for
  ///   every one.
  func points(of run: RunID, series: String, limit: Int?) throws -> [MetricPoint]
  /// The packages of the environment the run was started in; empty when they are not known.
  func packages(of run: RunID) throws -> [StoredPackage]
}
