/// What has to be at a path for a save to go ahead.
enum SaveExpectation: Sendable, Equatable {
  /// The file as it was read or last written.
  case unchanged(FileFingerprint)
  /// No file.
  case absent
  /// Whatever is there is replaced: what a person answers when asked about a changed file.
  case anything
}
