import ArgumentParser
import SessionEngine

/// `atelier env show`.
struct EnvironmentShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Say what is in an environment, before it is installed.",
    usage: "atelier env show <name> [<exercise>] [--sort size] [--platform <platform>] [--json]",
    discussion: """
      Reads the exercise's pixi.lock in your folder, or else its solution's; without pixi, what was \
      installed from PyPI. It runs no program.

      The exit status is 0 when it could be shown, 1 when nothing is locked yet or not for that \
      platform, 2 for wrong usage.
      """)

  @OptionGroup var options: ContentsOptions

  @Argument(help: ArgumentHelp("The environment.", valueName: "name"))
  var name: String

  @Argument(
    help: ArgumentHelp(
      "The exercise it belongs to; not needed when only one has it.", valueName: "exercise"))
  var exercise: String?

  @Option(help: ArgumentHelp("The order of the packages: name, or size.", valueName: "order"))
  var sort = PackageOrder.name

  func run() throws {
    let finder = try options.finder()
    let contents = try finder.contents(of: [name], exercise: exercise)
    let choice = try finder.choice(of: name, in: contents, platform: options.platform)
    if options.json {
      print(
        try JSONText.encode(
          ContentsRecord(choice, of: contents, packages: sort.sorted(choice.contents.packages))))
    } else {
      print(
        ContentsText(columns: TerminalProbe.outputColumns)
          .show(choice, of: contents, file: finder.path(choice.file), order: sort))
    }
  }
}
