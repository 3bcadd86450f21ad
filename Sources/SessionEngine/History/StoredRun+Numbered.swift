extension StoredRun {
  /// The same run with another number.
  func numbered(_ id: RunID) -> StoredRun {
    StoredRun(
      id: id, exercise: exercise, environment: environment, provider: provider, purpose: purpose,
      title: title, name: name, isPinned: isPinned, commandLine: commandLine,
      workingDirectory: workingDirectory, options: options, startedAt: startedAt, ending: ending,
      wasStopped: wasStopped, seconds: seconds, cpuSeconds: cpuSeconds,
      peakMemoryBytes: peakMemoryBytes, log: log, batch: batch, repetition: repetition,
      facts: facts)
  }
}
