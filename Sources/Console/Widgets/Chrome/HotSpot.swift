import TerminalCore

/// A place of a dialog that can be clicked.
struct HotSpot: Hashable {
  enum Meaning: Hashable {
    /// A row of its list, counted from its first.
    case row(Int)
    /// What a key does.
    case key(KeyPress)
  }

  let area: Rect
  let meaning: Meaning
}
