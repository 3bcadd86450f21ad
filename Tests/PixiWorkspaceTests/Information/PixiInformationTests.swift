import Foundation
import PixiWorkspace
import Testing

@Suite struct PixiInformationTests {
  private func decode(_ json: String) throws -> PixiInformation {
    try JSONDecoder().decode(PixiInformation.self, from: Data(json.utf8))
  }

  @Test func platformsAsTextsWithSystemRequirements() throws {
    let information = try decode(
      """
      {"platform":"linux-64","virtual_packages":["__unix=0=0","__cuda=12.4=0"],
       "version":"0.49.0","project_info":{"name":"w","manifest_path":"/w/pixi.toml",
       "last_updated":null},"environments_info":[{"name":"gpu","features":["gpu","default"],
       "solve_group":"main","platforms":["linux-64"],"tasks":["train"],
       "prefix":"/w/.pixi/envs/gpu","system_requirements":{"macos":null,"linux":null,
       "cuda":"11.8","libc":null,"archspec":null}}]}
      """)
    let gpu = try #require(information.environment("gpu"))
    #expect(gpu.cuda == "11.8")
    #expect(gpu.platforms.map(\.name) == ["linux-64"])
    #expect(gpu.solveGroup == "main")
    #expect(information.driverCUDA == "12.4")
  }

  @Test func platformsAsObjectsWithVirtualPackages() throws {
    let information = try decode(
      """
      {"platform":"linux-64","virtual_packages":["__unix=0=0"],"version":"0.77.0",
       "tls_backend":"rustls","environments_info":[{"name":"gpu","platforms":["osx-arm64",
       {"name":"linux-64-cuda12","subdir":"linux-64","virtual_packages":["cuda=12"]}],
       "resolved_platform":null}]}
      """)
    let gpu = try #require(information.environment("gpu"))
    #expect(gpu.cuda == "12")
    #expect(gpu.platforms.map(\.subdirectory) == ["osx-arm64", "linux-64"])
    #expect(gpu.prefix == nil)
    #expect(information.driverCUDA == nil)
  }

  @Test func outsideAWorkspace() throws {
    let information = try decode(
      #"{"platform":"linux-64","project_info":null,"environments_info":[]}"#)
    #expect(information.project == nil)
    #expect(information.environments.isEmpty)
  }

  @Test func anEnvironmentWithoutANameIsNotBelieved() {
    #expect(throws: DecodingError.self) {
      try decode(#"{"environments_info":[{"features":[]}]}"#)
    }
  }
}
