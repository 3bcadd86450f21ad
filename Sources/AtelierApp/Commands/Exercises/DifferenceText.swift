import SessionEngine

/// Differences from a solution, as `diff -u` writes them: `-` is yours, `+` the solution's.
struct DifferenceText {
  private static let context = 3
  let differences: [FileDifference]

  /// Which files differ, and by how much; no line of the solution.
  var summary: String {
    let lines = differences.filter { !$0.isSame }.map { difference in
      let name = ChangeText.name(difference.path)
      switch difference.comparison {
      case .text:
        let (own, solution) = (count(.own, difference), count(.solution, difference))
        return "\(name): \(own) lines only in yours, \(solution) only in the solution"
      case .missing: return "\(name): you do not have it"
      case .binary: return "\(name): it differs, and is no text"
      case .unreadable(let reason): return "\(name): yours cannot be read: \(reason)"
      }
    }
    return lines.isEmpty ? "Your files are the solution's." : lines.joined(separator: "\n")
  }

  var text: String {
    let parts = differences.filter { !$0.isSame }.map { difference in
      switch difference.comparison {
      case .text, .missing: return unified(difference)
      case .binary, .unreadable: return DifferenceText(differences: [difference]).summary
      }
    }
    return parts.isEmpty ? summary : parts.joined(separator: "\n")
  }

  private func count(_ kind: FileDifference.Line.Kind, _ difference: FileDifference) -> Int {
    difference.lines.count { $0.kind == kind }
  }

  private func unified(_ difference: FileDifference) -> String {
    let lines = difference.lines
    let name = ChangeText.name(difference.path)
    let isMissing = difference.comparison == .missing
    var text = ["--- \(isMissing ? "/dev/null" : "yours/\(name)")", "+++ solution/\(name)"]
    for hunk in hunks(lines) {
      let own = hunk.filter { lines[$0].kind != .solution }
      let solution = hunk.filter { lines[$0].kind != .own }
      text.append(
        "@@ -\(range(own, before: hunk.lowerBound, lines, \.ownNumber)) "
          + "+\(range(solution, before: hunk.lowerBound, lines, \.solutionNumber)) @@")
      text += hunk.map { index in
        switch lines[index].kind {
        case .same: " " + lines[index].text
        case .own: "-" + lines[index].text
        case .solution: "+" + lines[index].text
        }
      }
    }
    return text.joined(separator: "\n")
  }

  /// Stretches with what differs, and three lines around.
  private func hunks(_ lines: [FileDifference.Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].kind != .same {
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  /// `start,count`; of none the line before.
  private func range(
    _ indices: [Int], before start: Int, _ lines: [FileDifference.Line],
    _ number: KeyPath<FileDifference.Line, Int?>
  ) -> String {
    if let first = indices.first { return "\(lines[first][keyPath: number] ?? 0),\(indices.count)" }
    let before = lines[..<start].last { $0[keyPath: number] != nil }
    return "\(before?[keyPath: number] ?? 0),0"
  }
}
