extension StoredRun {
  /// Whether it came to its own end, with status 0.
  var hasEndedWell: Bool { ending == .exited(0) && !wasStopped }
}
