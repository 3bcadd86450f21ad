import ArgumentParser

/// A variable on the command line, as `NAME=VALUE`; the value may be empty.
struct VariableArgument: ExpressibleByArgument, Equatable {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}
