/// What activates an environment, from `pixi shell-hook --json`.
public struct PixiShellHook: Sendable, Hashable, Decodable {
  /// The variables with their values once the environment is active.
  public let variables: [String: String]
  /// Scripts to be read by a shell besides; told since pixi 0.67.
  public let activationScripts: [String]

  enum CodingKeys: String, CodingKey {
    case variables = "environment_variables"
    case activationScripts = "activation_scripts"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let values =
      try container.decodeIfPresent([String: String?].self, forKey: .variables) ?? [:]
    variables = values.compactMapValues(\.self)
    activationScripts =
      (try? container.decodeIfPresent([String].self, forKey: .activationScripts)) ?? []
  }
}
