/// The living processes of a machine; blocks for as long as the kernel takes to tell.
protocol ProcessTable: Sendable {
  /// Nil when there is no such process.
  func record(of process: Int32) -> ProcessRecord?
  /// What it was started with; nil when it may not be read.
  func mark(of process: Int32) -> RunMark?
  /// The container or job that it is in; nil for none, and where that cannot be told.
  func scope(of process: Int32) -> ProcessScope?
  /// In seconds since 1970; nil when it is not known when the machine was booted.
  func startTime(of record: ProcessRecord) -> Double?
}
