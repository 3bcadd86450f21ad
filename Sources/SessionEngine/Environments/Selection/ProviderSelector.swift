import PixiWorkspace

/// Chooses between pixi and venv.
public struct ProviderSelector: Sendable {
  private let environment: [String: String]
  private let home: String
  private let runner: any CommandRunner

  /// - Parameters:
  ///   - environment: The user's own environment.
  ///   - home: The home folder's absolute path.
  public init(
    environment: [String: String], home: String, runner: any CommandRunner = SubprocessRunner()
  ) {
    self.environment = environment
    self.home = home
    self.runner = runner
  }

  /// How to get pixi.
  static let pixiRemedy =
    "Get it from https://pixi.sh: `curl -fsSL https://pixi.sh/install.sh | sh`, "
    + "then open a new terminal."

  /// - Throws: `Diagnosis` when pixi was asked for by name and cannot be used.
  public func select(_ choice: ProviderChoice) async throws(Diagnosis) -> ProviderSelection {
    if choice == .venv { return ProviderSelection(kind: .venv, reason: nil, pixi: nil) }
    do throws(Diagnosis) {
      let client = try find()
      let version = try await version(of: client)
      if version < .oldestSupported { throw PixiProvider.tooOld(version) }
      // By name it may be a release that reads only the manifests of its time.
      if choice == .auto, version < .oldestForWorkshops {
        throw PixiProvider.tooOldForWorkshops(version)
      }
      let reason = choice == .auto ? "pixi \(version) was found." : nil
      return ProviderSelection(kind: .pixi, reason: reason, pixi: client.executable)
    } catch {
      if choice == .pixi { throw error }
      return ProviderSelection(kind: .venv, reason: "\(error.says) \(error.remedy)", pixi: nil)
    }
  }

  /// A client for the pixi that is found.
  /// - Throws: `Diagnosis` when there is none.
  func find() throws(Diagnosis) -> PixiClient {
    let locator = PixiLocator(environment: environment, home: home)
    guard let executable = locator.find() else {
      let place = environment["ATELIER_PIXI"].map { "at \($0), where ATELIER_PIXI points" }
      throw Diagnosis(
        says: "pixi was not found \(place ?? "on PATH or in ~/.pixi/bin").",
        remedy: Self.pixiRemedy)
    }
    return PixiClient(executable: executable, environment: environment, runner: runner)
  }

  func version(of client: PixiClient) async throws(Diagnosis) -> PixiVersion {
    do {
      return try await client.version()
    } catch let failure as PixiFailure {
      throw Diagnosis(failure)
    } catch {
      throw Diagnosis(says: "pixi could not be asked: \(error).", remedy: "Try again.")
    }
  }
}
