/// What ended a line of output.
enum LineEnding: Sendable, Hashable {
  case newline
  /// The cursor went back and the line was written anew, as progress bars do.
  case overwritten
}
