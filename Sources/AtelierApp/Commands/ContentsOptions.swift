import ArgumentParser
import Foundation
import SessionEngine
import WorkshopModel

/// What `atelier env show` and `atelier env diff` have in common.
struct ContentsOptions: ParsableArguments {
  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Option(
    help: ArgumentHelp(
      "A conda platform such as linux-64, or a platform's name in the lock; by default this "
        + "machine's.", valueName: "platform"))
  var platform: String?

  @Flag(help: "Print JSON; what is not known or not there is null.")
  var json = false

  func finder() throws -> ContentsFinder {
    ContentsFinder(context: try AppContext(shared, provider))
  }
}
