import PixiWorkspace

/// How a goal stands before its wrong ways are looked for.
enum GoalJudgement: Sendable, Hashable {
  case met
  case open(Shortfall)
  /// It cannot be told here.
  case unknown(Shortfall)
}

/// The first condition of a goal that does not hold.
struct Shortfall: Sendable, Hashable {
  let why: String
  let remedy: String
  /// Relative to the exercise's folder.
  var file: String?
  var place: TextPlace?
}
