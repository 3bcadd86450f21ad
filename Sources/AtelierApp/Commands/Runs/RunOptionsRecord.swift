import SessionEngine

/// A run's options as `--json` prints them; what was not asked for is null.
struct RunOptionsRecord: Encodable {
  let arguments: [String]
  let variables: [String: String]
  let workingDirectory: Nullable<String>
  let timeoutSeconds: Nullable<Double>
  let overrideCUDA: Nullable<String>

  private enum CodingKeys: String, CodingKey {
    case arguments, variables
    case workingDirectory = "working_directory"
    case timeoutSeconds = "timeout_seconds"
    case overrideCUDA = "override_cuda"
  }

  init(_ options: RunOptions) {
    arguments = options.arguments
    variables = options.variables
    workingDirectory = Nullable(options.workingDirectory)
    timeoutSeconds = Nullable(options.timeoutSeconds)
    overrideCUDA = Nullable(options.overrideCUDA)
  }
}
