import PixiWorkspace
import TestSupport
import Testing

@Suite struct EnvironmentContentsTests {
  private static func conda(
    _ name: String, _ version: String, _ build: String = "h0_0", size: UInt64? = nil
  ) -> PixiLock.Package {
    PixiLock.Package(
      kind: .conda, name: name, version: version, build: build,
      location: "https://conda.anaconda.org/conda-forge/linux-64/\(name)-\(version)-\(build).conda",
      sha256: nil, sizeBytes: size)
  }

  private static func pypi(_ name: String, _ version: String, at location: String = "")
    -> PixiLock
    .Package
  {
    PixiLock.Package(
      kind: .pypi, name: name, version: version, build: nil, location: location, sha256: nil,
      sizeBytes: nil)
  }

  private func contents(_ packages: [PixiLock.Package]) -> EnvironmentContents {
    EnvironmentContents(
      environment: "e", platform: "linux-64", subdirectory: "linux-64", packages: packages)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let packages: [PixiLock.Package]
    let build: EnvironmentContents.Build

    init(_ words: String, _ build: EnvironmentContents.Build, _ packages: PixiLock.Package...) {
      testDescription = words
      self.packages = packages
      self.build = build
    }
  }

  static let cases = [
    Case("pytorch for CUDA", .cuda("12.9"), conda("pytorch", "2.7.1", "cuda129_mkl_py312h3_300")),
    Case(
      "jaxlib for CUDA 11.8", .cuda("11.8"), conda("jaxlib", "0.4.23", "cuda118py312h1c60a56_200")),
    Case(
      "a CPU pytorch beside a pin", .cpu, conda("pytorch", "2.10.0", "cpu_mkl_py314hf472749_104"),
      conda("cuda-version", "12.9")),
    Case(
      "a CPU jaxlib beside CUDA's libraries", .cpu, conda("jaxlib", "0.7.2", "cpu_py312h1_0"),
      conda("cuda-version", "11.8"), conda("cudatoolkit", "11.8.0")),
    Case(
      "one of two for CUDA", .cuda("12.9"), conda("pytorch", "2.7.1", "cuda129_py312_0"),
      conda("jaxlib", "0.7.2", "cpu_py312h1_0")),
    Case(
      "the channel pytorch", .cuda("12.4"),
      conda("pytorch", "2.5.1", "py3.12_cuda12.4_cudnn9.1.0_0")),
    Case("the channel pytorch's CPU build", .cpu, conda("pytorch", "2.5.1", "py3.12_cpu_0")),
    Case(
      "a build that names no version", .cuda("12.6"), conda("pytorch", "2.6.0", "cuda_py312_0"),
      conda("cuda-version", "12.6")),
    Case(
      "a major version alone", .cuda("12.6"), conda("tensorflow", "2.18", "cuda12_py312_0"),
      conda("cuda-version", "12.6")),
    Case(
      "wheels of CUDA 12", .cuda("12.8"), pypi("torch", "2.8.0"),
      pypi("nvidia-cuda-runtime-cu12", "12.8.90"), pypi("nvidia-cublas-cu12", "12.8.4.1")),
    Case(
      "wheels without the runtime", .cuda("12"), pypi("torch", "2.8.0"),
      pypi("nvidia_cublas_cu12", "12.8.4.1")),
    Case(
      "wheels of CUDA 13", .cuda("13.0"), pypi("torch", "2.10.0"),
      pypi("nvidia-cuda-runtime", "13.0.88")),
    Case("a version's local part", .cuda("12.4"), pypi("torch", "2.6.0+cu124")),
    Case("a version for the CPU", .cpu, pypi("torch", "2.13.0+cpu")),
    Case(
      "an index for the CPU", .cpu,
      pypi("torch", "2.8.0", at: "https://download.pytorch.org/whl/cpu/torch-2.8.0-cp312.whl")),
    Case("a wheel alone", .cpu, pypi("torch", "2.8.0")),
    Case("jax alone", .cpu, pypi("jaxlib", "0.7.0"), pypi("jax", "0.7.0")),
    Case(
      "jax with its plugin", .cuda("12"), pypi("jaxlib", "0.7.0"),
      pypi("jax-cuda12-plugin", "0.7.0")),
    Case("an old jaxlib", .cuda("11"), pypi("jaxlib", "0.4.20+cuda11.cudnn86")),
    Case("tensorflow for the CPU", .cpu, pypi("tensorflow-cpu", "2.18")),
    Case("cupy", .cuda("12.9"), conda("cupy", "13.5", "py312_0"), conda("cuda-version", "12.9")),
    Case("a pin alone", .none, conda("cuda-version", "12.9")),
    Case("no framework", .none, conda("numpy", "2.3"), conda("cpuinfo", "1.0", "cpu_0")),
    Case(
      "CUDA beside a trained forest", .cpu, conda("pytorch", "2.7", "cpu_0"),
      conda("libxgboost", "3.0", "cuda126_h1_0")),
  ]

  @Test(arguments: cases)
  func theBadgeIsThatOfTheBuilds(example: Case) {
    #expect(contents(example.packages).build == example.build)
    #expect(contents(example.packages.reversed()).build == example.build, "in any order")
  }

  @Test func versionsAreThoseThatAreThereAndNilElsewhere() {
    let empty = contents([])
    #expect(empty.cuda == nil && empty.cudnn == nil && empty.python == nil)
    #expect(empty.build == .none && empty.download.bytes == 0)
    let conda = contents([
      Self.conda("cudatoolkit", "11.8.0"), Self.conda("python", "3.12.3"),
      Self.conda("cudnn", "8.9.7.29"),
    ])
    #expect(conda.cuda == "11.8.0" && conda.cudnn == "8.9.7.29" && conda.python == "3.12.3")
    let wheels = contents([
      Self.pypi("nvidia-cuda-runtime-cu12", "12.8.90"),
      Self.pypi("nvidia-cudnn-cu12", "9.10.2.21"),
    ])
    #expect(wheels.cuda == "12.8" && wheels.cudnn == "9.10.2.21")
  }

  @Test(arguments: ["six", "seven"])
  func aRealLockSaysWhatItWillInstall(format: String) throws {
    let lock = try #require(PixiLock(file: FixtureFile.path("contents/\(format)/pixi.lock")))
    let gpu = try #require(lock.contents(of: "gpu").first)
    #expect(gpu.build == .cuda("12.9") && gpu.cuda == "12.9" && gpu.cudnn == "9.12.0.46")
    #expect(gpu.python == "3.12.12" && gpu.packages.count == 91)
    #expect(gpu.frameworks.map(\.name) == ["pytorch"])
    #expect(gpu.channels.map(\.name) == ["conda-forge"])
    #expect(gpu.download.unknownPackages == 0 && gpu.download.bytes > 3_800_000_000)
    #expect(gpu.subdirectory == "linux-64")
    #expect(gpu.virtualPackages == (format == "seven" ? ["__cuda=12"] : []))
    let jax = try #require(lock.contents(of: "jax-cuda118").first)
    #expect(jax.build == .cuda("11.8") && jax.cudnn == "8.9.7.29")
    #expect(jax.channels.map(\.name) == ["conda-forge", "nvidia/label/cuda-11.8.0"])
    #expect(jax.download.unknownPackages == 6)
    let wrong = try #require(lock.contents(of: "wrong-jax").first)
    #expect(wrong.build == .cpu && wrong.cuda == "11.8")
    #expect(wrong.cpuFrameworks.map(\.name) == ["jaxlib"])
    let cpu = lock.contents(of: "cpu")
    #expect(cpu.map(\.subdirectory) == ["linux-64", "osx-arm64"])
    #expect(cpu.allSatisfy { $0.build == .cpu && $0.cuda == nil })
    #expect(lock.contents(of: "nobody").isEmpty)
    let cached = Set(gpu.packages.filter { $0.name == "libtorch" }.compactMap(\.recordName))
    let rest = try #require(lock.contents(of: "gpu", cached: cached).first)
    #expect(rest.download.cachedPackages == 1 && rest.download.bytes < gpu.download.bytes)
  }

  @Test func theHeaviestComeFirstAndUnknownSizesLast() {
    let packages = [
      Self.conda("a", "1", size: 5), Self.conda("b", "1"), Self.conda("c", "1", size: 9),
      Self.conda("d", "1", size: 5), Self.pypi("e", "1"),
    ]
    #expect(packages.heaviestFirst.map(\.name) == ["c", "a", "d", "b", "e"])
  }

  @Test(arguments: [
    ("https://conda.anaconda.org/conda-forge/noarch/six-1-0.conda", "conda-forge"),
    (
      "https://conda.anaconda.org/nvidia/label/cuda-11.8.0/linux-64/cuda-nvcc-11-0.tar.bz2",
      "nvidia/label/cuda-11.8.0"
    ),
    ("https://conda.anaconda.org/t/secret-token/ours/noarch/six-1-0.conda", "ours"),
    ("https://me:secret@prefix.dev/conda-forge/noarch/six-1-0.conda", "conda-forge"),
    ("https://repo.anaconda.com/pkgs/main/linux-64/six-1-0.conda", "pkgs/main"),
    ("https://conda.example.org/science/linux-64/six-1-0.conda", "conda.example.org/science"),
    ("file:///home/ours/channel/noarch/six-1-0.conda", "channel"),
    ("six[1a2b3c] @ ./recipes/six", nil), ("./recipes/six", nil), ("https://x", "x"),
  ])
  func theChannelIsReadFromTheAddress(location: String, channel: String?) {
    let package = PixiLock.Package(
      kind: .conda, name: "six", version: nil, build: nil, location: location, sha256: nil,
      sizeBytes: nil)
    #expect(package.channel == channel)
  }

  @Test(arguments: [
    ("https://files.pythonhosted.org/packages/25/7a/six-1-py3-none-any.whl", "PyPI"),
    ("https://download.pytorch.org/whl/cpu/torch-2-cp312.whl", "download.pytorch.org"),
    ("", "PyPI"), ("./own-package", nil),
  ])
  func soIsTheIndex(location: String, channel: String?) {
    #expect(Self.pypi("six", "1", at: location).channel == channel)
  }
}
