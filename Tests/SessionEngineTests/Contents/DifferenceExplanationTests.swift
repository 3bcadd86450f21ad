import PixiWorkspace
import SessionEngine
import TestSupport
import Testing

@Suite struct DifferenceExplanationTests {
  private func contents(
    _ name: String, platform: String = "linux-64"
  ) throws -> EnvironmentContents {
    let lock = try #require(PixiLock(file: FixtureFile.path("contents/six/pixi.lock")))
    return try #require(lock.contents(of: name).first { $0.subdirectory == platform })
  }

  private func explanation(_ left: String, _ right: String) throws -> [String] {
    EnvironmentDifference(try contents(left), try contents(right)).explanation
  }

  @Test func oneCUDAAgainstAnother() throws {
    #expect(
      try explanation("gpu", "jax-cuda118") == [
        "gpu computes with CUDA 12.9, jax-cuda118 computes with CUDA 11.8.",
        "gpu has PyTorch 2.7.1 (build cuda129_mkl_py312_hfde4d7d_303); "
          + "jax-cuda118 has jaxlib 0.4.23 (build cuda118py312h1c60a56_200).",
        "Python 3.12.12 against 3.12.3, NumPy 2.3.5 against 1.26.4, "
          + "cuDNN 9.12.0.46 against 8.9.7.29.",
        "16 packages are the same in both, 16 in another version or build, 59 only in gpu, "
          + "23 only in jax-cuda118. Of the 250 MB of known size that jax-cuda118 downloads, "
          + "13 MB are there once gpu is installed.",
        "CUDA 12.9 needs an NVIDIA driver of 525.60.13 or later, CUDA 11.8 one of 450.80.02: "
          + "each environment brings its own CUDA, so a driver of 525.60.13 or later runs both.",
        "CUDA 12.9 is for GPUs of compute capability 5.0 to 12.1, CUDA 11.8 for 3.5 to 9.0.",
        "They cannot be one environment, nor share a solve group: cuda-version is 12.9 in gpu "
          + "and 11.8 in jax-cuda118.",
      ])
  }

  @Test func aGPUAgainstTheCPU() throws {
    let sentences = try explanation("cpu", "gpu")
    #expect(sentences.first == "cpu computes on the CPU, gpu computes with CUDA 12.9.")
    #expect(sentences.contains { $0.contains("cuDNN 9.12.0.46 only in gpu") })
    #expect(
      sentences.contains("CUDA 12.9 needs an NVIDIA driver of 525.60.13 or later."))
    #expect(!sentences.contains { $0.contains("cannot be one environment") })
  }

  @Test func aBuildForTheCPUBesideCUDAIsCalledWhatItIs() throws {
    let sentences = try explanation("wrong-jax", "jax-cuda118")
    #expect(
      sentences.contains {
        $0.hasPrefix("wrong-jax: jaxlib 0.7.2 is a CPU build (cpu_py312")
          && $0.contains("although CUDA 11.8 is there")
      })
    #expect(ContentsWords(try contents("cpu")).warnings.isEmpty, "that one is meant so")
  }

  @Test func otherSystemsHaveOtherDrivers() throws {
    let mac = EnvironmentDifference(
      try contents("cpu", platform: "osx-arm64"), try contents("gpu"))
    #expect(!mac.explanation.contains { $0.contains("driver") })
  }

  @Test func theSameTwiceIsSaidToBeTheSame() throws {
    let gpu = try contents("gpu")
    let sentences = EnvironmentDifference(gpu, gpu).explanation
    #expect(sentences.first == "Both environments compute with CUDA 12.9.")
    #expect(sentences.contains("Both have the same 91 packages."))
    #expect(sentences.contains { $0.hasPrefix("Both have PyTorch 2.7.1") })
    let empty = EnvironmentContents(
      environment: "empty", platform: "linux-64", subdirectory: "linux-64", packages: [])
    #expect(
      EnvironmentDifference(empty, empty).explanation == [
        "Both environments have nothing that would use a GPU.", "Neither holds a package.",
      ])
  }
}
