import PixiWorkspace
import Testing

/// Where things stand in a manifest, however they are written.
@Suite struct ManifestPlacesTests {
  private static let text = """
    # A comment with [brackets] and key = "value"
    [workspace]
    name = "w"
    channels = ["conda-forge"]
    platforms = ["linux-64",
      { name = "linux-64-cuda12", platform = "linux-64", cuda = "12" }]
    dependencies = { scipy = ">=1.14" }

    [tasks]
    text = \"\"\"
    [feature.wrong]
    \\\"\"\" x = 1
    \"\"\"
    [ feature . 'gpu' ]
    platforms = ["linux-64-cuda12"]
      dependencies = { cuda-version = "12.*", "PyTorch-GPU" = { version = ">=2.7", build = "cuda*" } }
    tasks."é-train".cmd = "train"
    target.linux-64.dependencies.numpy.version = "<2"
    [environments]
    default = []
    gpu = ["gpu"]
    plot = { features = ["nowhere"] }
    """

  private func manifest() throws -> PixiManifest {
    try PixiManifest(text: Self.text, file: "pixi.toml")
  }

  @Test func everyPartHasItsPlace() throws {
    let manifest = try manifest()
    #expect(manifest.platforms.map(\.place) == [at(5, 14), at(6, 3)])
    let gpu = try #require(manifest.features["gpu"])
    #expect(gpu.place == at(14, 13))
    #expect(gpu.dependencies.map(\.name) == ["cuda-version", "pytorch-gpu", "numpy"])
    #expect(gpu.dependencies.map(\.place) == [at(16, 20), at(16, 43), at(18, 30)])
    #expect(gpu.dependencies.map(\.version) == ["12.*", ">=2.7", "<2"])
    #expect(gpu.dependencies.map(\.build) == [nil, "cuda*", nil])
    #expect(gpu.dependencies.map(\.target) == [nil, nil, "linux-64"])
    #expect(gpu.tasks.map(\.name) == ["é-train"])
    #expect(gpu.tasks[0].place == at(17, 7))
    #expect(manifest.features["default"]?.tasks.map(\.place) == [at(10, 1)])
    #expect(manifest.merged("gpu")?.place == at(21, 1))
    #expect(manifest.merged("plot")?.place == at(22, 1))
    #expect(manifest.merged("plot")?.unknownFeatures == ["nowhere"])
    #expect(manifest.merged("default")?.place == at(20, 1))
  }

  @Test func aDependencyInheritsFromTheWorkspace() throws {
    let manifest = try PixiManifest(
      text: """
        [workspace]
        dependencies = { scipy = { version = ">=1.14", channel = "conda-forge" } }
        [dependencies]
        scipy = { workspace = true, build = "*mkl*" }
        """, file: "pixi.toml")
    let scipy = try #require(manifest.features["default"]?.dependencies.first)
    #expect(scipy.version == ">=1.14" && scipy.channel == "conda-forge" && scipy.build == "*mkl*")
  }

  @Test(arguments: [
    ("[workspace]\nplatforms = \"linux-64\"\n", "pixi.toml:2:1: `workspace.platforms` must be"),
    ("environments = 3\n[workspace]\n", "pixi.toml:1:1: `environments` must be a table"),
    ("dependencies = []\n[workspace]\n", "pixi.toml:1:1: `dependencies` must be a table."),
    ("workspace = 1\n", "pixi.toml:1:1: `workspace` must be a table."),
    (
      "[workspace]\n[feature]\n x.dependencies = { y = 1 }\n",
      "pixi.toml:3:21: `feature.x.dependencies.y` must be a version"
    ),
    (
      "[workspace]\n[environments]\na = [\"x\",\n  2]\n",
      "pixi.toml:4:3: `environments.a` must list names of features"
    ),
    (
      "[workspace]\n[environments]\na = { no-default-feature = \"yes\" }\n",
      "pixi.toml:3:7: `environments.a.no-default-feature` must be `true` or `false`."
    ),
    (
      "[workspace]\nplatforms = [{ cuda = \"12\" }]\n",
      "pixi.toml:2:14: `workspace.platforms` must give every platform a `platform`"
    ),
    (
      "[workspace]\n[tasks]\nt = { depends-on = [{ cmd = \"x\" }] }\n",
      "pixi.toml:3:21: `tasks.t.depends-on` must name tasks"
    ),
    (
      "[workspace]\nchannels = [1]\n",
      "pixi.toml:2:13: `workspace.channels` must list channels by name"
    ),
    (
      "[workspace]\n[system-requirements]\ncuda = [\"12\"]\n",
      "pixi.toml:3:1: `system-requirements.cuda` must be a version"
    ),
    ("[workspace]\nname = \"w\n", "pixi.toml:2:10: "),
    ("[workspace]\nname = \"w\"\nname = \"v\"\n", "pixi.toml:3:8: "),
  ])
  func aFaultIsToldWithLineAndColumn(text: String, start: String) {
    let error = #expect(throws: PixiManifestError.self) {
      try PixiManifest(text: text, file: "pixi.toml")
    }
    #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
  }

  private func at(_ line: Int, _ column: Int) -> TextPlace {
    TextPlace(line: line, column: column)
  }
}
