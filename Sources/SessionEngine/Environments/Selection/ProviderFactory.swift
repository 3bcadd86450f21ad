import PixiWorkspace

/// Makes the provider that was selected.
public struct ProviderFactory: Sendable {
  private let environment: [String: String]
  private let home: String
  private let runner: any CommandRunner
  private let hasGPU: @Sendable () async -> Bool

  /// - Parameters:
  ///   - environment: The user's own environment.
  ///   - home: The home folder's absolute path.
  ///   - hasGPU: Whether an NVIDIA GPU answers.
  public init(
    environment: [String: String], home: String, runner: any CommandRunner = SubprocessRunner(),
    hasGPU: @escaping @Sendable () async -> Bool
  ) {
    self.environment = environment
    self.home = home
    self.runner = runner
    self.hasGPU = hasGPU
  }

  /// Chooses a provider and makes it.
  /// - Throws: `Diagnosis` when pixi was asked for by name and cannot be used.
  public func provider(
    _ choice: ProviderChoice
  ) async throws(Diagnosis) -> (provider: any EnvironmentProvider, selection: ProviderSelection) {
    let selector = ProviderSelector(environment: environment, home: home, runner: runner)
    let selection = try await selector.select(choice)
    return (provider(for: selection), selection)
  }

  private func provider(for selection: ProviderSelection) -> any EnvironmentProvider {
    guard selection.kind == .pixi, let executable = selection.pixi else {
      return VenvProvider(environment: environment, runner: runner, hasGPU: hasGPU)
    }
    return PixiProvider(
      client: PixiClient(executable: executable, environment: environment, runner: runner))
  }
}
