import ArgumentParser

/// A length of time on the command line: `90`, `90s`, `1.5m` or `2h`.
struct DurationArgument: ExpressibleByArgument, Equatable {
  /// More than 0.
  let seconds: Double

  init?(argument: String) {
    guard let match = argument.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?)\s*([smh]?)/),
      let number = Double(match.output.1), number > 0
    else { return nil }
    let units: [Substring: Double] = ["": 1, "s": 1, "m": 60, "h": 3600]
    seconds = number * (units[match.output.2] ?? 1)
  }
}
