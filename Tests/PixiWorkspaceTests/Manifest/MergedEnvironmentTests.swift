import Foundation
import PixiWorkspace
import TestSupport
import Testing

/// What environments are made of, as pixi merges features.
@Suite struct MergedEnvironmentTests {
  private func manifest(_ name: String, _ file: String = "pixi.toml") throws -> PixiManifest {
    try PixiManifest(
      file: IndependentReading.root.appending(path: "Tests/Fixtures/readings/\(name)/\(file)").path)
  }

  @Test func theCUDAOfPlatformsIsWhatEveryPlatformOfTheSystemRequires() throws {
    let manifest = try manifest("rich-platforms")
    #expect(manifest.hasRichPlatforms && manifest.newestGate == .richPlatforms)
    #expect(manifest.requiresPixi == ">=0.72.1")
    #expect(manifest.merged("gpu")?.cuda == "12.4")
    #expect(manifest.merged("gpu")?.platforms.map(\.name) == ["linux-64-cuda12", "ampere"])
    #expect(manifest.merged("jax")?.cuda == "11.8")
    #expect(manifest.merged("jax")?.solveGroup == "jax")
    // It also runs on linux-64 without CUDA.
    #expect(manifest.merged("mixed")?.cuda == nil)
    #expect(manifest.merged("default")?.cuda == nil)
    #expect(manifest.merged("none")?.platforms.isEmpty == true)
    let jax = try #require(manifest.merged("jax"))
    let platform = try #require(jax.platforms.first)
    #expect(jax.dependencies(on: platform).map(\.name) == ["jaxlib", "python"])
    #expect(jax.dependencies(named: "jaxlib").first?.build == "*cuda118*")
  }

  @Test func theHighestSystemRequirementCounts() throws {
    let manifest = try manifest("targets")
    #expect(manifest.cudaByFeature == ["gpu": "12.4", "old": "9"])
    #expect(manifest.merged("gpu")?.cuda == "12.4")
    #expect(manifest.merged("old")?.cuda == "9")
    #expect(manifest.features["gpu"]?.systemRequirements["libc"] == "2.28")
  }

  @Test func aTargetsSpecStandsInForTheFeaturesOwn() throws {
    let merged = try #require(try manifest("targets").merged("default"))
    func names(_ platform: String) -> [String] {
      merged.dependencies(on: platform).map { "\($0.name) \($0.version ?? "")" }.sorted()
    }
    #expect(names("linux-64") == ["gcc *", "mkl *", "python *"])
    #expect(names("linux-aarch64") == ["gcc *", "python *"])
    #expect(names("osx-arm64") == ["mlx *", "python *"])
    #expect(names("win-64") == ["m2-base *", "python 3.11.*"])
    let gpu = try #require(try manifest("targets").merged("gpu"))
    #expect(gpu.platforms.map(\.name) == ["linux-64"])
    // The tasks of other systems cannot run in it.
    #expect(gpu.tasks.map(\.name) == ["ls"])
    #expect(gpu.tasks[0].command == "ls")
  }

  @Test func channelsAreJoinedByPriority() throws {
    let manifest = try manifest("sections")
    #expect(
      manifest.merged("both")?.channels.map(\.name)
        == ["first", "conda-forge", "bioconda", "pinned"])
    #expect(manifest.merged("lint")?.channels.map(\.priority) == [2, 0, -1])
    #expect(manifest.merged("both")?.unknownFeatures == ["nowhere"])
    #expect(manifest.table == "project")
  }

  @Test func everySectionAndSourceOfDependenciesIsRead() throws {
    let merged = try #require(try manifest("sections").merged("default"))
    #expect(
      merged.dependencies.filter { $0.kind == .conda }.map(\.name)
        == ["python", "own", "theirs", "pinned", "zlib", "cmake"])
    #expect(merged.dependencies(named: "own").first?.source == "../own")
    #expect(merged.dependencies(named: "own").first?.version == nil)
    #expect(merged.dependencies(named: "theirs").first?.source == "https://example.org/theirs.git")
    #expect(
      merged.dependencies(named: "indexed", kind: .pypi).first?.channel
        == "https://example.org/simple")
    let quoted = try #require(try manifest("dotted-and-quoted").merged("gpu"))
    let metrics = try #require(
      quoted.dependencies(named: "torch-metrics-extra", kind: .pypi).first)
    #expect(metrics.extras == ["image"])
    #expect(quoted.dependencies(named: "ruamel.yaml").count == 1)
  }

  @Test func tasksAreReadInEveryForm() throws {
    let tasks = try #require(try manifest("sections").features["default"]).tasks
    #expect(tasks.map(\.command) == ["true", "python -c print(1)", nil, nil, "echo {{ x }}"])
    #expect(tasks.map(\.dependsOn) == [[], ["a"], ["a", "b"], ["a", "b"], ["a"]])
  }

  @Test func whatIsWrittenInAnEnvironmentComesFirst() throws {
    let plot = try #require(try manifest("inline-environments").merged("plot"))
    #expect(plot.features == ["plot", "default"])
    #expect(
      plot.dependencies.map(\.name) == ["scipy", "rich-text", "pywin32", "matplotlib", "numpy"])
    #expect(plot.dependencies[0].feature == "environments.plot")
    #expect(plot.tasks.map(\.command) == ["pytest --plots"])
    #expect(plot.platforms.map(\.name) == ["linux-64"])
    #expect(plot.channels.map(\.name) == ["bioconda", "conda-forge"])
    let lean = try #require(try manifest("inline-environments").merged("lean"))
    #expect(lean.features.isEmpty)
    #expect(lean.dependencies.map(\.name) == ["python"])
  }

  @Test func aPyprojectBringsItsOwnRequirements() throws {
    let manifest = try manifest("python-project", "pyproject.toml")
    #expect(manifest.name == "My.Project")
    let standard = try #require(manifest.merged("default"))
    #expect(standard.solveGroup == "default")
    #expect(standard.dependencies(named: "python").first?.version == ">=3.11")
    let metrics = try #require(standard.dependencies(named: "torch-metrics", kind: .pypi).first)
    #expect(metrics.version == ">=1.5" && metrics.extras == ["image", "text"])
    #expect(metrics.place == TextPlace(line: 4, column: 29))
    #expect(
      standard.dependencies(named: "x", kind: .pypi).first?.source == "https://example.org/x.zip")
    let all = try #require(manifest.features["all"])
    #expect(all.dependencies.map(\.name) == ["matplotlib", "rich"])
    #expect(manifest.features["test"]?.dependencies.map(\.name) == ["pytest", "ruff", "git"])
    let explicit = try self.manifest("python-explicit", "pyproject.toml")
    #expect(explicit.merged("default")?.dependencies(named: "python").map(\.version) == ["3.12.*"])
  }
}
