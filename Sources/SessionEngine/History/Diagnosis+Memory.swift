extension Diagnosis {
  /// Nobody has asked for a session to be kept.
  public static let nothingAskedFor = Diagnosis(
    says: "Nothing is kept of this session.", remedy: "Open the workspace with its database.")
}
