import PixiWorkspace
import SessionEngine
import TerminalCore

/// An environment's contents, and what two of them differ in, as lines of a width.
struct ContentsLines {
  let columns: Int
  let glyphs: GlyphSet

  // MARK: One environment

  func facts(of choice: ExerciseContents.Choice, _ contents: ExerciseContents) -> [StyledLine] {
    let environment = choice.contents
    let words = ContentsWords(environment)
    let channels = environment.channels.map { "\($0.name ?? "a folder") \($0.packages)" }
    let rows: [(String, String)] =
      words.frameworks.enumerated().map { ($0 == 0 ? "framework" : "", $1) } + [
        (
          "versions",
          [
            "CUDA \(environment.cuda ?? "–")", "cuDNN \(environment.cudnn ?? "–")",
            "Python \(environment.python ?? "–")", "NumPy \(words.version("numpy") ?? "–")",
          ].joined(separator: ", ")
        ),
        ("packages", "\(environment.packages.count): \(channels.joined(separator: ", "))"),
        ("download", words.download ?? "n/a: no size is known"),
      ]
    return rows.map { title, text in
      line([StyledSpan(pad(title, to: 11), .textMuted), StyledSpan(text)])
    } + notes(contents, choice.notes, words.warnings)
  }

  /// Where it was read from, and what should be known.
  func notes(
    _ contents: ExerciseContents, _ notes: [String], _ warnings: [String]
  ) -> [StyledLine] {
    let source: ThemeRole = contents.source == .solution ? .warning : .textMuted
    return wrapped(contents.sourceWords, source) + notes.flatMap { wrapped($0, .textMuted) }
      + warnings.flatMap { wrapped("! \($0)", .warning) }
  }

  /// The titles first.
  func packages(_ packages: [PixiLock.Package]) -> [StyledLine] {
    let hasChannel = columns >= 70
    let hasBuild = columns >= 56
    let all: [(Table.Column, Bool, (PixiLock.Package) -> StyledSpan)] = [
      (Table.Column("package"), true, { StyledSpan($0.name, .textStrong) }),
      (Table.Column("version"), true, { StyledSpan($0.version ?? "–") }),
      (
        Table.Column("size", .right), true,
        { StyledSpan(ContentsWords.size($0), $0.sizeBytes == nil ? .disabled : .text) }
      ),
      (
        Table.Column("channel"), hasChannel, { StyledSpan($0.channel ?? "a folder", .textMuted) }
      ),
      (Table.Column("build"), hasBuild, { StyledSpan($0.build ?? "–", .textMuted) }),
    ]
    let shown = all.filter(\.1)
    return table(
      Table(shown.map(\.0), rows: packages.map { package in shown.map { $0.2(package) } }))
  }

  // MARK: Two environments

  func facts(of explanation: DifferenceExplanation, _ names: (String, String)) -> [StyledLine] {
    let rows = explanation.facts.map { fact in
      [
        StyledSpan(fact.title, .textMuted),
        StyledSpan(fact.left ?? "–", fact.isSame ? .text : .seriesFirst),
        StyledSpan(fact.right ?? "–", fact.isSame ? .text : .seriesSecond),
      ]
    }
    return table(
      Table([Table.Column(""), Table.Column(names.0), Table.Column(names.1)], rows: rows))
  }

  func sentences(_ sentences: [String]) -> [StyledLine] {
    sentences.flatMap { sentence in
      TextWrapping.lines(of: sentence, columns: max(1, columns - 2)).enumerated().map {
        StyledLine([
          StyledSpan($0 == 0 ? "\(glyphs.bullet) " : "  ", .textAccent), StyledSpan($1),
        ])
      }
    }
  }

  func lists(of difference: EnvironmentDifference, _ state: ContentsState) -> [StyledLine] {
    let (left, right) = (difference.left.environment, difference.right.environment)
    let changes = difference.changed.filter { !state.filtered([$0.left, $0.right]).isEmpty }
    let onlyLeft = ordered(difference.onlyLeft, state)
    let onlyRight = ordered(difference.onlyRight, state)
    var lines: [StyledLine] = []
    if !changes.isEmpty {
      lines.append(StyledLine("In another version or build: \(changes.count)", .textAccent))
      lines += table(
        Table(
          [Table.Column("package"), Table.Column(left), Table.Column(right)],
          rows: changes.map(row)))
    }
    for (packages, name) in [(onlyLeft, left), (onlyRight, right)] where !packages.isEmpty {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine("Only in \(name): \(packages.count)", .textAccent))
      lines += self.packages(packages)
    }
    guard lines.isEmpty else { return lines }
    return [
      StyledLine(
        state.filter.text.isEmpty
          ? "Every package is the same." : "No package that differs holds that: Esc shows all.",
        .textMuted)
    ]
  }

  /// In the order that is chosen, without those the filter leaves out.
  func ordered(_ packages: [PixiLock.Package], _ state: ContentsState) -> [PixiLock.Package] {
    let found = state.filtered(packages)
    return state.sortsBySize ? found.heaviestFirst : found
  }

  private func row(_ change: EnvironmentDifference.Change) -> [StyledSpan] {
    let isBuild = change.left.version == change.right.version
    func words(_ package: PixiLock.Package) -> String {
      let version = package.version ?? "–"
      return isBuild ? "\(version) \(package.build ?? package.channel ?? "")" : version
    }
    return [
      StyledSpan(change.left.name, .textStrong), StyledSpan(words(change.left), .seriesFirst),
      StyledSpan(words(change.right), .seriesSecond),
    ]
  }

  // MARK: Drawing

  private func table(_ table: Table) -> [StyledLine] {
    let widths = table.widths(in: columns)
    let titles = table.columns.map { StyledSpan($0.title, .textMuted) }
    return ([titles] + table.rows).map { cells in
      StyledLine(
        cells.enumerated().map { index, cell in
          let text = glyphs.truncate(cell.text, to: widths[index])
          let room = String(
            repeating: " ", count: max(0, widths[index] - TextWidth.columns(of: text)))
          let isRight = table.columns[index].alignment == .right
          let isLast = index == cells.count - 1
          return StyledSpan(
            (isRight ? room + text : text + room) + (isLast ? "" : "  "), cell.role)
        })
    }
  }

  private func wrapped(_ text: String, _ role: ThemeRole) -> [StyledLine] {
    TextWrapping.lines(of: text, columns: max(1, columns)).map { StyledLine($0, role) }
  }

  private func pad(_ text: String, to count: Int) -> String {
    text + String(repeating: " ", count: max(0, count - TextWidth.columns(of: text)))
  }

  private func line(_ spans: [StyledSpan]) -> StyledLine {
    StyledLine(spans).truncated(to: columns, glyphs: glyphs)
  }
}
