import Foundation
import PixiWorkspace
import TestSupport
import Testing

@Suite struct PixiPrefixTests {
  private let directory: TemporaryDirectory
  private let prefix: PixiPrefix

  init() throws {
    directory = try TemporaryDirectory()
    prefix = PixiPrefix(path: directory.url.appending(path: "envs/gpu").path)
  }

  private func record(_ name: String, _ text: String = "{}") throws {
    try directory.write(text, to: "envs/gpu/conda-meta/\(name)")
  }

  @Test func nothingThereIsNotInstalled() {
    #expect(prefix.state == .notInstalled)
  }

  @Test func wholeWithPixisRecord() throws {
    try record("pixi")
    #expect(prefix.state == .installed)
    try record(".pixi-environment-fingerprint", "0123456789abcdef")
    try record("pixi_env_prefix", prefix.path + "/conda-meta\n")
    #expect(prefix.state == .installed)
  }

  @Test func interruptedWhileInstalling() throws {
    try record("numpy-2.3.5-py312.json")
    #expect(prefix.state == .interrupted)
    try record("pixi")
    try record(".pixi-environment-fingerprint", "pixi:installing!")
    #expect(prefix.state == .interrupted)
  }

  @Test func movedFromWhereItWasMade() throws {
    try record("pixi")
    try record("pixi_env_prefix", "/elsewhere/.pixi/envs/gpu/conda-meta")
    #expect(prefix.state == .moved(from: "/elsewhere/.pixi/envs/gpu"))
  }
}
