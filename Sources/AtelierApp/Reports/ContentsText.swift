import Console
import PixiWorkspace
import SessionEngine
import TerminalCore

/// Environments' contents and differences as a plain terminal shows them.
struct ContentsText {
  private static let indent = "  "
  /// Where the lines end; nil where it is no terminal.
  let columns: Int?

  func show(
    _ choice: ExerciseContents.Choice, of contents: ExerciseContents, file: String,
    order: PackageOrder
  ) -> String {
    let words = ContentsWords(choice.contents)
    let title = "\(choice.contents.environment) of \(contents.exercise): \(badge(choice.contents))"
    let notes = [contents.sourceWords, file] + choice.notes + words.warnings
    return [
      ([title] + notes.flatMap(wrapped)).joined(separator: "\n"),
      facts(of: choice.contents, words),
      packages(order.sorted(choice.contents.packages)),
    ].joined(separator: "\n\n")
  }

  func difference(
    _ difference: EnvironmentDifference, of contents: ExerciseContents, notes: [String],
    listsPackages: Bool
  ) -> String {
    let (left, right) = (difference.left, difference.right)
    let title =
      "\(left.environment) (\(badge(left))) and \(right.environment) (\(badge(right))) of "
      + contents.exercise
    let explanation = DifferenceExplanation(difference)
    let facts = PlainTable(
      header: ["", left.environment, right.environment],
      rows: explanation.facts.map { [$0.title, $0.left ?? "–", $0.right ?? "–"] },
      cuts: [(1, 24), (2, 24), (1, 8), (2, 8)])
    var blocks = [
      ([title] + ([contents.sourceWords] + notes).flatMap(wrapped)).joined(separator: "\n"),
      facts.text(columns: columns),
      explanation.beyondFacts.flatMap(bulleted).joined(separator: "\n"),
    ]
    let count = difference.changed.count + difference.onlyLeft.count + difference.onlyRight.count
    if listsPackages {
      blocks += lists(of: difference)
    } else if count > 0 {
      blocks.append("\(count) packages differ: --packages lists them.")
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func badge(_ contents: EnvironmentContents) -> String {
    contents.build == .none ? "no build for a GPU" : ContentsWords(contents).badge
  }

  private func facts(of contents: EnvironmentContents, _ words: ContentsWords) -> String {
    let channels = contents.channels.map { "\($0.name ?? "a folder") \($0.packages)" }
    let frameworks = words.frameworks.enumerated().map { index, words in
      [index == 0 ? "framework" : "", words]
    }
    let rows =
      [["platform", contents.platformWords]] + frameworks + [
        ["CUDA", contents.cuda ?? "–"], ["cuDNN", contents.cudnn ?? "–"],
        ["Python", contents.python ?? "–"],
        ["packages", "\(contents.packages.count): \(channels.joined(separator: ", "))"],
        ["download", words.download ?? "n/a: no size is known"],
      ]
    return PlainTable(rows: rows, cuts: [(1, 20)]).text(columns: columns)
  }

  private func packages(_ packages: [PixiLock.Package]) -> String {
    PlainTable(
      header: ["package", "version", "size", "channel", "build"],
      rows: packages.map { package in
        [
          package.name, package.version ?? "–", ContentsWords.size(package),
          package.channel ?? "a folder", package.build ?? "",
        ]
      }, numbers: [2], cuts: [(4, 12), (3, 12), (0, 24), (1, 10), (4, 0), (0, 12)]
    ).text(columns: columns)
  }

  private func lists(of difference: EnvironmentDifference) -> [String] {
    func only(_ packages: [PixiLock.Package], _ name: String) -> String {
      packages.isEmpty
        ? ""
        : "Only in \(name): \(packages.count)\n"
          + PlainTable(
            rows: packages.map {
              [Self.indent + $0.name, $0.version ?? "–", ContentsWords.size($0), $0.build ?? ""]
            }, numbers: [2], cuts: [(3, 0), (0, 16), (1, 10)]
          ).text(columns: columns)
    }
    let changes = difference.changed.map { change -> [String] in
      let (left, right) = (change.left, change.right)
      let isBuild = left.version == right.version
      return [Self.indent + left.name]
        + [left, right].map { package in
          let version = package.version ?? "–"
          return isBuild ? "\(version) \(package.build ?? package.channel ?? "")" : version
        }
    }
    let changed = PlainTable(
      header: [
        "In another version or build: \(changes.count)", difference.left.environment,
        difference.right.environment,
      ], rows: changes, cuts: [(1, 16), (2, 16), (0, 16)])
    return [
      changes.isEmpty ? "" : changed.text(columns: columns),
      only(difference.onlyLeft, difference.left.environment),
      only(difference.onlyRight, difference.right.environment),
    ]
  }

  private func wrapped(_ text: String) -> [String] {
    columns.map { TextWrapping.lines(of: text, columns: $0) } ?? [text]
  }

  private func bulleted(_ text: String) -> [String] {
    let lines = columns.map { TextWrapping.lines(of: text, columns: $0 - 2) } ?? [text]
    return lines.enumerated().map { ($0 == 0 ? "• " : "  ") + $1 }
  }
}
