extension Diagnosis {
  /// What is missing for good although writing succeeds again; nil when nothing.
  static func missing(_ gaps: [MissingPoints], refused: Set<RunID>) -> Diagnosis? {
    guard !gaps.isEmpty || !refused.isEmpty else { return nil }
    var parts = gaps.map { "\($0.series.run): \($0.words)" }
    parts += refused.sorted().map { "\($0): everything, for another program used its number" }
    return Diagnosis(
      says: "This is not kept in the workshop's database: "
        + parts.joined(separator: "; ") + ".",
      remedy: "The logs of the runs have what they printed.")
  }

  /// What waited when the recorder was closed; nil when nothing did.
  static func lost(
    _ rest: RecorderBatch, _ gaps: [MissingPoints], in path: String
  ) -> Diagnosis? {
    var parts = rest.runs.keys.sorted().map { "how \($0) went on" }
    parts += gaps.map { "\($0.series.run): \($0.words)" }
    if parts.isEmpty, !rest.isEmpty { parts.append("the last events") }
    guard !parts.isEmpty else { return nil }
    return Diagnosis(
      says: "This could not be kept in \(path): " + parts.joined(separator: "; ") + ".",
      remedy: "The logs of the runs have what they printed.")
  }
}
