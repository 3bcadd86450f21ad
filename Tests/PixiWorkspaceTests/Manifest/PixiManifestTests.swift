import PixiWorkspace
import TestSupport
import Testing

@Suite struct PixiManifestTests {
  @Test func cudaOfSystemRequirements() throws {
    let manifest = try PixiManifest(
      text: """
        [workspace]
        name = "w"
        platforms = ["linux-64"]
        [feature.gpu.system-requirements]
        cuda = "12"
        [feature.jax-cuda118.system-requirements]
        cuda = "11.8"
        [environments]
        cpu = []
        gpu = { features = ["gpu"], solve-group = "main" }
        jax = { features = ["jax-cuda118"], no-default-feature = true }
        """, file: "pixi.toml")
    #expect(manifest.name == "w")
    #expect(manifest.environments.map(\.name) == ["cpu", "default", "gpu", "jax"])
    #expect(manifest.environment("gpu")?.features == ["gpu", "default"])
    #expect(manifest.environment("gpu")?.solveGroup == "main")
    #expect(manifest.environment("jax")?.features == ["jax-cuda118"])
    #expect(manifest.cuda(of: "gpu") == "12")
    #expect(manifest.cuda(of: "jax") == "11.8")
    #expect(manifest.cuda(of: "cpu") == nil)
    #expect(manifest.cuda(of: "nowhere") == nil)
  }

  @Test func cudaOfRichPlatforms() throws {
    let manifest = try PixiManifest(
      text: """
        [workspace]
        name = "w"
        platforms = ["linux-64", { name = "linux-64-cuda12", platform = "linux-64", cuda = "12" },
          { name = "new", platform = "linux-64", cuda = { driver = "12.0", arch = "8.6" } }]
        [feature.gpu]
        platforms = ["linux-64-cuda12"]
        [feature.arch]
        platforms = ["new"]
        [feature.cpu]
        platforms = ["linux-64"]
        [environments]
        gpu = ["gpu"]
        cpu = ["cpu"]
        arch = ["arch"]
        """, file: "pixi.toml")
    #expect(manifest.cuda(of: "gpu") == "12")
    #expect(manifest.cuda(of: "arch") == "12.0")
    #expect(manifest.cuda(of: "cpu") == nil)
  }

  @Test func theOldTableProjectIsReadToo() throws {
    let manifest = try PixiManifest(
      text: "[project]\nname = \"old\"\n[system-requirements]\ncuda = \"12\"\n",
      file: "pixi.toml")
    #expect(manifest.cuda(of: "default") == "12")
  }

  @Test(arguments: [
    ("[workspace]\nname = \"w\"\nplatforms = [\n", 3),
    ("[workspace]\nname = \"w\"\n[environments]\ngpu = 7\n", 4),
    ("[workspace]\nname = \"w\"\n[environments]\ngpu = [\"a\", 1]\n", 4),
    ("environments = 3\n[workspace]\nname = \"w\"\n", 1),
  ])
  func aMistakeIsToldWithItsLine(text: String, line: Int) {
    let error = #expect(throws: PixiManifestError.self) {
      try PixiManifest(text: text, file: "/w/pixi.toml")
    }
    #expect(error?.file == "/w/pixi.toml")
    #expect((error?.line).map { abs($0 - line) <= 1 } == true)
    #expect(error?.description.hasPrefix("/w/pixi.toml:") == true)
  }

  @Test func noWorkspaceTableAndNoFile() {
    #expect(throws: PixiManifestError.self) {
      try PixiManifest(text: "[dependencies]\n", file: "pixi.toml")
    }
    let error = #expect(throws: PixiManifestError.self) {
      try PixiManifest(file: "/nowhere/pixi.toml")
    }
    #expect(error?.description == "/nowhere/pixi.toml: it does not exist or cannot be read.")
  }
}
