/// A file's text as it was read, with what saving it needs to know.
struct OpenedFile: Sendable, Equatable {
  /// The path as it was asked for.
  var path: String
  /// The text without its byte order mark.
  var text: String
  var hasByteOrderMark: Bool
  /// Why the file cannot be written; nil when it can.
  var readOnlyReason: String?
  var fingerprint: FileFingerprint
}
