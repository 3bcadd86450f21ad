import SessionEngine
import TestSupport
import Testing

@Suite struct ProviderSelectorTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func selector(version: String?) throws -> ProviderSelector {
    let folder = try version.map { try PixiDouble(in: directory, version: $0).folder }
    let path = (folder.map { $0 + ":" } ?? "") + "/usr/bin:/bin"
    return ProviderSelector(environment: ["PATH": path], home: directory.path)
  }

  @Test func takesARecentPixi() async throws {
    let selection = try await selector(version: "0.43.0").select(.auto)
    #expect(selection.kind == .pixi)
    #expect(selection.reason == "pixi 0.43.0 was found.")
    #expect(selection.pixi?.hasSuffix("/pixi") == true)
  }

  @Test func takesVenvBesideAnOldPixiAndSaysSo() async throws {
    let selection = try await selector(version: "0.42.1").select(.auto)
    #expect(selection.kind == .venv)
    let reason = try #require(selection.reason)
    #expect(
      reason.hasPrefix(
        "pixi 0.42.1 does not read the table [workspace], which came with 0.43.0."))
    #expect(reason.contains("`pixi self-update`"))
  }

  @Test func takesVenvWithoutPixiAndSaysSo() async throws {
    let selection = try await selector(version: nil).select(.auto)
    #expect(selection.kind == .venv)
    let reason = try #require(selection.reason)
    #expect(reason.hasPrefix("pixi was not found on PATH or in ~/.pixi/bin."))
    #expect(reason.contains("https://pixi.sh"))
  }

  @Test func venvIsTakenWhenAskedForBesidePixi() async throws {
    let selection = try await selector(version: "0.77.0").select(.venv)
    #expect(selection == ProviderSelection(kind: .venv, reason: nil, pixi: nil))
  }

  @Test func pixiAskedForButMissingIsAnErrorWithTheWayToGetIt() async throws {
    let selector = try selector(version: nil)
    let diagnosis = await #expect(throws: Diagnosis.self) { try await selector.select(.pixi) }
    #expect(diagnosis?.remedy.contains("https://pixi.sh") == true)
  }

  @Test func pixiAskedForButTooOldIsAnError() async throws {
    let selector = try selector(version: "0.39.5")
    let diagnosis = await #expect(throws: Diagnosis.self) { try await selector.select(.pixi) }
    #expect(diagnosis?.remedy.contains("pixi self-update") == true)
  }

  @Test func pixiAskedForByNameMayReadOnlyTheManifestsOfItsTime() async throws {
    let selection = try await selector(version: "0.40.0").select(.pixi)
    #expect(selection.kind == .pixi)
  }

  @Test(arguments: [(ProviderChoice.auto, ProviderKind.pixi), (.venv, .venv)])
  func theFactoryMakesWhatWasSelected(choice: ProviderChoice, kind: ProviderKind) async throws {
    let double = try PixiDouble(in: directory)
    let factory = ProviderFactory(
      environment: ["PATH": double.folder + ":/usr/bin:/bin"], home: directory.path
    ) { false }
    let (provider, selection) = try await factory.provider(choice)
    #expect(provider.kind == kind)
    #expect(selection.kind == kind)
  }
}
