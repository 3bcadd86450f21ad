import ArgumentParser
import PixiWorkspace
import SessionEngine

/// `atelier env diff`.
struct EnvironmentDifferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what two environments of an exercise differ in and share.",
    usage: "atelier env diff <left> <right> [<exercise>] [--packages] [--platform <platform>] "
      + "[--json]",
    discussion: """
      Reads the same files as `atelier env show` and runs no program. A package is shared when both \
      have the same file of it: it is downloaded once.

      The exit status is 0 when they could be compared, whether they differ or not, 1 when nothing \
      is locked yet or not for that platform, 2 for wrong usage.
      """)

  @OptionGroup var options: ContentsOptions

  @Argument(help: ArgumentHelp("An environment.", valueName: "left"))
  var left: String

  @Argument(help: ArgumentHelp("The other environment.", valueName: "right"))
  var right: String

  @Argument(
    help: ArgumentHelp(
      "The exercise they belong to; not needed when only one has both.", valueName: "exercise"))
  var exercise: String?

  @Flag(help: "List every package that differs.")
  var packages = false

  func run() throws {
    let finder = try options.finder()
    let contents = try finder.contents(of: [left, right], exercise: exercise)
    let one = try finder.choice(of: left, in: contents, platform: options.platform)
    let other = try finder.choice(of: right, in: contents, platform: options.platform)
    let difference = EnvironmentDifference(one.contents, other.contents)
    if options.json {
      print(
        try JSONText.encode(
          EnvironmentDifferenceRecord(difference, of: contents, notes: one.notes + other.notes)))
    } else {
      print(
        ContentsText(columns: TerminalProbe.outputColumns)
          .difference(
            difference, of: contents, notes: one.notes + other.notes, listsPackages: packages))
    }
  }
}
