/// How an edit joins the one before it in the undo history.
enum EditGrouping: Sendable, Equatable {
  /// Always a step of its own.
  case separate
  /// Typing; `startsWord` begins a new step.
  case typing(startsWord: Bool)
  case erasing

  func continues(_ earlier: EditGrouping) -> Bool {
    switch (earlier, self) {
    case (.typing, .typing(startsWord: false)), (.erasing, .erasing): true
    default: false
    }
  }
}
