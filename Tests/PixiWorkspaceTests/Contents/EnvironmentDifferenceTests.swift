import PixiWorkspace
import TestSupport
import Testing

@Suite struct EnvironmentDifferenceTests {
  private func package(
    _ name: String, _ version: String, _ build: String? = "0", hash: String? = nil,
    kind: PixiLock.Package.Kind = .conda, host: String = "conda.anaconda.org/conda-forge",
    size: UInt64? = 10
  ) -> PixiLock.Package {
    PixiLock.Package(
      kind: kind, name: name, version: version, build: build,
      location: "https://\(host)/linux-64/\(name)-\(version)-\(build ?? "").conda", sha256: hash,
      sizeBytes: size)
  }

  private func difference(
    _ left: [PixiLock.Package], _ right: [PixiLock.Package]
  ) -> EnvironmentDifference {
    func contents(_ name: String, _ packages: [PixiLock.Package]) -> EnvironmentContents {
      EnvironmentContents(
        environment: name, platform: "linux-64", subdirectory: "linux-64", packages: packages)
    }
    return EnvironmentDifference(contents("left", left), contents("right", right))
  }

  @Test func everyPackageIsInOneListOnly() {
    let difference = difference(
      [package("b", "1"), package("a", "1"), package("c", "1", "x"), package("d", "1")],
      [package("d", "2"), package("c", "1", "y"), package("e", "1"), package("a", "1")])
    #expect(difference.shared.map(\.name) == ["a"])
    #expect(difference.onlyLeft.map(\.name) == ["b"])
    #expect(difference.onlyRight.map(\.name) == ["e"])
    #expect(difference.changed.map(\.left.name) == ["c", "d"])
    #expect(difference.changed.map(\.right.version) == ["1", "2"])
    #expect(!difference.isSame && difference.sharedDownload.bytes == 10)
  }

  @Test func theSameFileFromAnotherServerIsShared() {
    let difference = difference(
      [package("a", "1", hash: "aa"), package("b", "1", hash: "bb"), package("c", "1", size: nil)],
      [
        package("a", "1", hash: "aa", host: "prefix.dev/conda-forge"),
        package("b", "1", hash: "cc"), package("c", "1", size: nil),
      ])
    #expect(difference.shared.map(\.name) == ["a", "c"])
    #expect(difference.changed.map(\.left.name) == ["b"], "the same name of another file")
    #expect(difference.sharedDownload.unknownPackages == 1)
  }

  @Test func aPackageFromPyPIIsNotTheOneFromConda() {
    let difference = difference(
      [package("typing_extensions", "4.1"), package("torch", "2.7", nil, kind: .pypi)],
      [
        package("typing-extensions", "4.1", nil, kind: .pypi),
        package("torch", "2.7", nil, kind: .pypi), package("torch", "2.6"),
      ])
    #expect(difference.changed.map(\.right.name) == ["typing-extensions"])
    #expect(difference.shared.map(\.name) == ["torch"])
    #expect(difference.onlyRight.map(\.version) == ["2.6"])
  }

  @Test func aRealLockIsCountedWhole() throws {
    let lock = try #require(PixiLock(file: FixtureFile.path("contents/six/pixi.lock")))
    let gpu = try #require(lock.contents(of: "gpu").first)
    let jax = try #require(lock.contents(of: "jax-cuda118").first)
    let difference = EnvironmentDifference(gpu, jax)
    #expect(difference.shared.count == 16 && difference.changed.count == 16)
    #expect(
      difference.shared.count + difference.changed.count + difference.onlyLeft.count
        == gpu.packages.count)
    #expect(
      difference.shared.count + difference.changed.count + difference.onlyRight.count
        == jax.packages.count)
    let turned = EnvironmentDifference(jax, gpu)
    #expect(turned.onlyLeft == difference.onlyRight && turned.shared == difference.shared)
    #expect(EnvironmentDifference(gpu, gpu).isSame)
  }
}
