import SessionEngine

/// How one file differs from the solution, as `--json` prints it.
struct FileDifferenceRecord: Encodable, Sendable {
  struct Line: Encodable, Sendable {
    /// `same`, `own` or `solution`.
    let kind: FileDifference.Line.Kind
    let text: String
    let ownLine: Nullable<Int>
    let solutionLine: Nullable<Int>

    private enum CodingKeys: String, CodingKey {
      case kind, text
      case ownLine = "own_line"
      case solutionLine = "solution_line"
    }
  }

  let path: String
  let same: Bool
  /// `text`, `missing`, `binary` or `unreadable`.
  let comparison: String
  /// Why yours cannot be read; null where it can.
  let reason: Nullable<String>
  /// Null where lines were not asked for.
  let lines: Nullable<[Line]>

  init(_ difference: FileDifference, withLines: Bool) {
    path = difference.path
    same = difference.isSame
    switch difference.comparison {
    case .text: (comparison, reason) = ("text", Nullable(nil))
    case .missing: (comparison, reason) = ("missing", Nullable(nil))
    case .binary: (comparison, reason) = ("binary", Nullable(nil))
    case .unreadable(let words): (comparison, reason) = ("unreadable", Nullable(words))
    }
    lines = Nullable(
      withLines
        ? difference.lines.map {
          Line(
            kind: $0.kind, text: $0.text, ownLine: Nullable($0.ownNumber),
            solutionLine: Nullable($0.solutionNumber))
        } : nil)
  }
}
