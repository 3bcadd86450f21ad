/// A place in a file that is being opened.
struct AwaitedPlace: Sendable, Equatable {
  let exercise: String
  /// Below the exercise's folder.
  let path: String
  /// From 1.
  let line: Int
  /// From 1.
  let column: Int
}
