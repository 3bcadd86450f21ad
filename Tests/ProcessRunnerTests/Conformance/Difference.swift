/// One cell, or the cursor, in which a screen differs from a reference's.
struct Difference: CustomStringConvertible {
  enum Aspect: String {
    case text
    case styles
    case cursor
  }

  let aspect: Aspect
  let row: Int
  let column: Int
  let ours: String
  let theirs: String

  var description: String { "\(row),\(column): ‘\(ours)’ for ‘\(theirs)’" }

  static func all(_ ours: ScreenLook, _ theirs: ScreenLook) -> [Difference] {
    var found: [Difference] = []
    for (row, (own, other)) in zip(ours.rows, theirs.rows).enumerated() {
      for (column, (cell, wanted)) in zip(own, other).enumerated() where cell != wanted {
        if cell.text != wanted.text || cell.width != wanted.width {
          found.append(.init(.text, row, column, cell.text, wanted.text))
        }
        if cell.style != wanted.style {
          found.append(.init(.styles, row, column, cell.style, wanted.style))
        }
      }
    }
    let isUnseen = !ours.cursor.isShown && !theirs.cursor.isShown
    if ours.cursor != theirs.cursor, !isUnseen {
      found.append(
        .init(
          .cursor, theirs.cursor.row, theirs.cursor.column, "\(ours.cursor)", "\(theirs.cursor)"))
    }
    return found
  }

  private init(_ aspect: Aspect, _ row: Int, _ column: Int, _ ours: String, _ theirs: String) {
    self.aspect = aspect
    self.row = row
    self.column = column
    self.ours = ours
    self.theirs = theirs
  }
}
