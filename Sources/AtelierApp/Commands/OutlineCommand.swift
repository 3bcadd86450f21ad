import ArgumentParser
import Foundation
import WorkshopModel

/// `atelier outline`: the day's parts with their wall-clock times.
public struct OutlineCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "Print the workshop's outline.",
    usage: "atelier outline [--start <time>] [--json] [<options>]",
    discussion: "With --start, what runs at this moment is marked with `>`.")

  @OptionGroup public var options: SharedOptions

  @Flag(help: "Print JSON.")
  public var json = false

  public init() {}

  public func run() throws {
    do {
      print(try output(now: .fromThisMachine(), locator: .ofThisProcess()))
    } catch {
      throw CommandFailure(resources: error)
    }
  }

  /// What is printed when the wall clock says `now`.
  public func output(now: DayTime, locator: ResourceLocator) throws -> String {
    let workshop = try options.workshop(locator: locator)
    let clock = options.clock(for: workshop, now: now)
    guard json else {
      // Without --start the day may be any day: marking what would run then would mislead.
      let moment = options.start == nil ? nil : now
      return OutlineText(workshop, clock: clock).lines(at: moment).joined(separator: "\n")
    }
    return try JSONText.encode(OutlineReport(workshop, clock: clock))
  }
}
