import Foundation
import PixiWorkspace
import TestSupport
import Testing

@Suite struct PixiLockTests {
  private static let channel = "https://conda.anaconda.org/conda-forge"

  static let six = """
    version: 6
    environments:
      default:
        channels:
        - url: \(channel)/
        packages:
          linux-64:
          - conda: \(channel)/linux-64/_libgcc_mutex-0.1-conda_forge.tar.bz2
      gpu:
        channels:
        - url: \(channel)/
        indexes:
        - https://pypi.org/simple
        options:
          pypi-prerelease-mode: if-necessary-or-explicit
        packages:
          linux-64:
          - conda: \(channel)/noarch/cuda-version-12.9-h4f385c5_3.conda
          - conda: \(channel)/linux-64/pytorch-2.7.1-cuda129_mkl_py312h30b5a27_300.conda
          - pypi: https://files.pythonhosted.org/packages/25/7a/torchmetrics-1.9.0-py3-none-any.whl
          - pypi: ./own-package
          osx-arm64:
          - conda: \(channel)/noarch/cuda-version-12.9-h4f385c5_3.conda
    packages:
    - conda: \(channel)/linux-64/_libgcc_mutex-0.1-conda_forge.tar.bz2
      sha256: fe51de61
      size: 2562
    - conda: \(channel)/noarch/cuda-version-12.9-h4f385c5_3.conda
      sha256: 5f5f428f
      constrains:
      - cudatoolkit 12.9|12.9.*
      - __cuda >=12
      license: LicenseRef
      size: 21578
    - conda: \(channel)/linux-64/pytorch-2.7.1-cuda129_mkl_py312h30b5a27_300.conda
      build_number: 300
      depends:
      - size: 1
      size: 1000000000
    - pypi: https://files.pythonhosted.org/packages/25/7a/torchmetrics-1.9.0-py3-none-any.whl
      name: torchmetrics
      version: 1.9.0
      sha256: 0011aabb
      requires_dist:
      - numpy>1.20.0
    - pypi: ./own-package
      name: own-package
      version: '0.1'
    """

  static let seven = """
    version: 7
    platforms:
    - name: linux-64
    - name: p1
      subdir: linux-64
      virtual-packages:
      - __cuda=12
      - __unix=0=0
    environments:
      gpu:
        channels:
        - url: \(channel)/
        packages:
          linux-64:
          - conda: \(channel)/linux-64/pytorch-2.10.0-cpu_mkl_py312h0_104.conda
          p1:
          - conda: \(channel)/linux-64/pytorch-2.10.0-cuda129_mkl_py312h0_304.conda
    packages:
    - conda: \(channel)/linux-64/pytorch-2.10.0-cpu_mkl_py312h0_104.conda
      size: 30
    - conda: \(channel)/linux-64/pytorch-2.10.0-cuda129_mkl_py312h0_304.conda
      size: 1000
    """

  static let five = """
    version: 5
    environments:
      default:
        packages:
          linux-64:
          - conda: \(channel)/linux-64/bzip2-1.0.8-hd590300_5.conda
          - pypi: https://files.pythonhosted.org/packages/six-1.16.0-py2.py3-none-any.whl
    packages:
    - kind: conda
      name: bzip2
      version: 1.0.8
      build: hd590300_5
      subdir: linux-64
      url: \(channel)/linux-64/bzip2-1.0.8-hd590300_5.conda
      sha256: 242c0c32
      size: 254228
    - kind: pypi
      name: six
      version: 1.16.0
      url: https://files.pythonhosted.org/packages/six-1.16.0-py2.py3-none-any.whl
      sha256: 8abb2f1d
    """

  @Test func formatSixHasEveryPackageWithItsBuildHashAndSize() throws {
    let lock = PixiLock(text: Self.six)
    #expect(lock.formatVersion == 6)
    #expect(lock.environments.map(\.name) == ["default", "gpu"])
    let selection = try #require(lock.selection(of: "gpu", subdirectory: "linux-64"))
    #expect(
      selection.packages.map(\.name) == [
        "cuda-version", "pytorch", "torchmetrics", "own-package",
      ])
    #expect(selection.packages.map(\.version) == ["12.9", "2.7.1", "1.9.0", "0.1"])
    #expect(
      selection.packages.map(\.build) == [
        "h4f385c5_3", "cuda129_mkl_py312h30b5a27_300", nil, nil,
      ])
    #expect(selection.packages.map(\.kind) == [.conda, .conda, .pypi, .pypi])
    #expect(selection.packages.map(\.sizeBytes) == [21578, 1_000_000_000, nil, nil])
    #expect(selection.packages.map(\.sha256) == ["5f5f428f", nil, "0011aabb", nil])
    #expect(lock.packages(of: "gpu").count == 5)
    #expect(lock.packages(of: "cpu").isEmpty)
  }

  @Test func whatIsInTheCacheIsNotDownloaded() throws {
    let selection = try #require(
      PixiLock(text: Self.six).selection(of: "gpu", subdirectory: "linux-64"))
    let all = selection.download()
    #expect(all.bytes == 1_000_021_578)
    #expect(all.unknownPackages == 2)
    let rest = selection.download(without: ["pytorch-2.7.1-cuda129_mkl_py312h30b5a27_300"])
    #expect(rest.bytes == 21578)
    #expect(rest.cachedPackages == 1)
  }

  @Test func formatSevenIsReadThroughItsTableOfPlatforms() throws {
    let lock = PixiLock(text: Self.seven)
    #expect(lock.platforms.map(\.name) == ["linux-64", "p1"])
    #expect(lock.platforms.map(\.subdirectory) == ["linux-64", "linux-64"])
    #expect(lock.platforms[1].virtualPackages == ["__cuda=12", "__unix=0=0"])
    func build(_ virtualPackages: [String], platform: String? = nil) -> String? {
      lock.selection(
        of: "gpu", subdirectory: "linux-64", platform: platform,
        virtualPackages: virtualPackages)?.package("pytorch")?.build
    }
    #expect(build(["__cuda=12.4=0"]) == "cuda129_mkl_py312h0_304")
    #expect(build([]) == "cpu_mkl_py312h0_104")
    #expect(build([], platform: "p1") == "cuda129_mkl_py312h0_304")
    #expect(lock.selection(of: "gpu", subdirectory: "osx-arm64") == nil)
  }

  @Test func formatFiveIsReadByItsKinds() throws {
    let lock = PixiLock(text: Self.five)
    let packages = try #require(
      lock.selection(of: "default", subdirectory: "linux-64")
    ).packages
    #expect(packages.map(\.name) == ["bzip2", "six"])
    #expect(packages.map(\.build) == ["hd590300_5", nil])
    #expect(packages.map(\.sizeBytes) == [254228, nil])
    #expect(packages.map(\.sha256) == ["242c0c32", "8abb2f1d"])
  }

  @Test(arguments: [six, seven, five])
  func aFileCutAtAnyByteIsReadAsFarAsItGoes(text: String) {
    let bytes = Data(text.utf8)
    let whole = PixiLock(bytes)
    var most = 0
    for count in 0...bytes.count {
      let lock = PixiLock(bytes.prefix(count))
      let packages = lock.environments.reduce(0) { $0 + lock.packages(of: $1.name).count }
      #expect(packages >= most)
      most = packages
    }
    #expect(most == whole.environments.reduce(0) { $0 + whole.packages(of: $1.name).count })
  }

  @Test(arguments: [
    "", "not: yaml: [", "environments:\n  gpu:\n    - conda: x\n", "\u{0}\u{1}",
    "environments:\n      - conda: x\n", "packages:\n  name: x\n", "- conda: x", ":\n: :\n -",
    "platforms:\n  - x\n  subdir: y\nversion: 99999999999999999999",
  ])
  func anotherShapeGivesNothing(text: String) {
    #expect(PixiLock(text: text).packages(of: "gpu").isEmpty)
  }

  @Test func aMissingFileIsNoLock() {
    #expect(PixiLock(file: "/nowhere/pixi.lock") == nil)
  }

  @Test(arguments: ["0.49.0", "0.77.0"])
  func whatTheDoubleWritesIsRead(version: String) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(
      """
      [workspace]
      channels = ["conda-forge"]
      platforms = ["linux-64"]
      [feature.gpu.dependencies]
      pytorch-gpu = ">=2.7"
      [feature.gpu.pypi-dependencies]
      torchmetrics = ">=1.5"
      [feature.gpu.system-requirements]
      cuda = "12"
      [environments]
      gpu = ["gpu"]
      """, to: "w/pixi.toml"
    ).path
    let double = try PixiDouble(in: directory, version: version)
    #expect(try await double.run(PixiArguments(manifest: file).lock).exitCode == 0)
    let lock = try #require(PixiLock(file: directory.path + "w/pixi.lock"))
    #expect(lock.formatVersion == (version == "0.49.0" ? 6 : 7))
    let selection = try #require(
      lock.selection(
        of: "gpu", subdirectory: "linux-64", virtualPackages: ["__cuda=12.4=0"]))
    #expect(selection.platform.name == (version == "0.49.0" ? "linux-64" : "p1"))
    #expect(selection.packages.map(\.name) == ["pytorch-gpu", "torchmetrics"])
    #expect(selection.packages.map(\.version) == ["2.7", "1.5"])
    #expect(selection.packages[0].sizeBytes == 11_000)
  }
}
