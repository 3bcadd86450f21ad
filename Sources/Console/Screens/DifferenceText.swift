import SessionEngine

/// One's own files against the solution's, as lines.
struct DifferenceText {
  /// So many lines that are the same stand around those that differ.
  private static let context = 3

  private(set) var lines: [StyledLine] = []
  /// The lines at which others begin that differ.
  private(set) var hunks: [Int] = []

  init(_ files: [FileDifference], glyphs: GlyphSet) {
    let differing = files.filter { !$0.isSame }
    guard !differing.isEmpty else {
      lines = [StyledLine("Your files are the solution's.", .good)]
      return
    }
    for file in differing { add(file, glyphs) }
    let same = files.filter(\.isSame).map(\.path)
    if !same.isEmpty {
      lines += [StyledLine(), StyledLine("The same: \(same.joined(separator: ", "))", .textMuted)]
    }
  }

  private mutating func add(_ file: FileDifference, _ glyphs: GlyphSet) {
    if !lines.isEmpty { lines.append(StyledLine()) }
    let own = file.lines.count { $0.kind == .own }
    let solution = file.lines.count { $0.kind == .solution }
    lines.append(
      StyledLine([
        StyledSpan(file.path, .textAccent),
        StyledSpan("  \(own) of yours, \(solution) of the solution's", .textMuted),
      ]))
    if let words = Self.words(file.comparison) {
      hunks.append(lines.count)
      lines.append(StyledLine(words, .warning))
    }
    addLines(of: file, glyphs, marks: file.comparison == .text)
  }

  private static func words(_ comparison: FileDifference.Comparison) -> String? {
    switch comparison {
    case .text: nil
    case .missing: "You do not have this file yet: every line is the solution's."
    case .binary: "It is no text: the two files differ."
    case .unreadable(let why): "Yours cannot be read: \(why)."
    }
  }

  /// - Parameter marks: Whether the lines that differ are places to go to.
  private mutating func addLines(of file: FileDifference, _ glyphs: GlyphSet, marks: Bool) {
    let all = file.lines
    var index = 0
    while index < all.count {
      let kind = all[index].kind
      let end = all[index...].firstIndex { ($0.kind == .same) != (kind == .same) } ?? all.count
      if kind != .same {
        if marks { hunks.append(lines.count) }
        lines += all[index..<end].map(Self.line)
      } else {
        let before = index == 0 ? 0 : Self.context
        let after = end == all.count ? 0 : Self.context
        let hidden = end - index - before - after
        if hidden > 1 {
          lines += all[index..<index + before].map(Self.line)
          lines.append(
            StyledLine(
              "      \(String(glyphs.gap)) \(hidden) lines that are the same", .textMuted))
          lines += all[end - after..<end].map(Self.line)
        } else {
          lines += all[index..<end].map(Self.line)
        }
      }
      index = end
    }
  }

  private static func line(_ line: FileDifference.Line) -> StyledLine {
    let number = line.ownNumber.map(String.init) ?? ""
    let margin = String(repeating: " ", count: max(0, 4 - number.count)) + number + " "
    let text = line.text.replacing("\t", with: "    ")
    return switch line.kind {
    case .same: StyledLine([StyledSpan(margin, .lineNumber), StyledSpan("  " + text, .textMuted)])
    case .own: StyledLine([StyledSpan(margin, .lineNumber), StyledSpan("- " + text, .bad)])
    case .solution: StyledLine([StyledSpan(margin, .lineNumber), StyledSpan("+ " + text, .good)])
    }
  }
}
