import ArgumentParser
import SessionEngine

extension ProviderChoice: ExpressibleByArgument {}

/// Who makes the environments.
struct ProviderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who makes the environments: pixi; venv (Python's own, from PyPI); or auto, which takes "
        + "pixi where a recent one is found. Also: ATELIER_PROVIDER.", valueName: "name"))
  var provider: ProviderChoice?

  /// - Throws: `CommandFailure` when the environment variable holds something else.
  func choice(environment: [String: String]) throws -> ProviderChoice {
    if let provider { return provider }
    guard let text = environment["ATELIER_PROVIDER"], !text.isEmpty else { return .auto }
    guard let choice = ProviderChoice(rawValue: text) else {
      throw CommandFailure(
        Diagnosis(
          says: "ATELIER_PROVIDER is \"\(text)\".", remedy: "It may be pixi, venv or auto."),
        status: .usage)
    }
    return choice
  }
}
