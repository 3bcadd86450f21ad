import ArgumentParser
import Foundation
import WorkshopModel

/// The options that every subcommand takes.
public struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The workshop's folder, with workshop.toml. Also: ATELIER_EXERCISES.", valueName: "dir"))
  public var exercises: String?

  @Option(
    help: ArgumentHelp(
      "Your own folder of the workshop, by default one below ~/atelier. Also: ATELIER_WORKSPACE.",
      valueName: "dir"))
  public var workspace: String?

  @Option(
    help: ArgumentHelp(
      "When the room starts: now, or a time of day such as 9:00; by default as announced.",
      valueName: "time"))
  public var start: StartOption?

  public init() {}
}
