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

  private func difference(_ lock: String) -> PixiPrefixDifference? {
    prefix.difference(
      from: PixiLock(text: lock), environment: "gpu", subdirectory: "linux-64")
  }

  @Test func whatMatchesTheLockHasNoDifference() throws {
    for name in ["cuda-version-12.9-h4f385c5_3", "pytorch-2.7.1-cuda129_mkl_py312h30b5a27_300"] {
      try record(name + ".json")
    }
    let packages = "envs/gpu/lib/python3.12/site-packages"
    try directory.write("", to: packages + "/torchmetrics-1.9.0.dist-info/METADATA")
    try directory.write("", to: packages + "/own_package-0.1.dist-info/METADATA")
    try directory.write("", to: packages + "/torch-2.7.1.dist-info/METADATA")
    #expect(difference(PixiLockTests.six)?.isEmpty == true)
    #expect(
      prefix.difference(
        from: PixiLock(text: PixiLockTests.six), environment: "cpu", subdirectory: "linux-64")
        == nil)
  }

  @Test func everyWayToDifferIsNamed() throws {
    try record("cuda-version-12.6-h4f385c5_3.json")
    try record("pytorch-2.7.1-cpu_mkl_py312h0_100.json")
    try record("ncurses-6.5-h2d0b736_3.json")
    let difference = try #require(self.difference(PixiLockTests.six))
    #expect(difference.missing == ["own-package", "torchmetrics"])
    #expect(difference.surplus == ["ncurses"])
    #expect(difference.changed.map(\.name) == ["cuda-version", "pytorch"])
    #expect(
      difference.words == "5 packages differ from pixi.lock: cuda-version is 12.6, locked 12.9; "
        + "pytorch is 2.7.1 cpu_mkl_py312h0_100, locked 2.7.1 cuda129_mkl_py312h30b5a27_300; "
        + "own-package is missing; …")
  }

  @Test func ofSeveralPlatformsTheOneThatWasInstalledCounts() throws {
    try record("pytorch-2.10.0-cuda129_mkl_py312h0_304.json")
    #expect(difference(PixiLockTests.seven)?.isEmpty == true)
    try record("pixi", #"{"resolved_platform": "linux-64"}"#)
    #expect(difference(PixiLockTests.seven)?.changed.map(\.name) == ["pytorch"])
  }
}
