import PixiWorkspace

/// What is known of packages and CUDA.
///
/// Source: records and feedstocks of conda-forge, October 2023 to August 2026.
enum CUDAKnowledge {
  typealias Dependency = PixiManifest.Dependency

  /// The newest Python, jax and jaxlib for CUDA 11.8: builds of jaxlib ended with 0.4.26, and jax
  /// 0.4.28 wants a later one.
  static let pythonEndFor118: PackageVersion = "3.13"
  static let numpyEndFor118: PackageVersion = "2"
  static let jaxEndFor118: PackageVersion = "0.4.28"
  static let jaxlibEndFor118: PackageVersion = "0.4.27"
  /// After PyTorch 2.5.1 there are builds for CUDA 12.6 and later only.
  static let lastTorchFor118: PackageVersion = "2.5.1"
  static let firstCUDAAfterIt: PackageVersion = "12.6"

  /// Packages that exist for CUDA only.
  private static let only: Set<String> = ["pytorch-gpu", "tensorflow-gpu"]
  private static let libraries: Set<String> = [
    "cuda-version", "cudatoolkit", "cuda-toolkit", "cuda", "cudnn", "nccl", "pytorch-cuda",
    "cuda-nvcc", "cuda-cudart", "libcublas", "cutensor",
  ]
  private static let frameworks: Set<String> = ["pytorch", "jax", "jaxlib", "tensorflow"]

  /// Whether it cannot be had without a driver.
  static func needsDriver(_ dependency: Dependency) -> Bool {
    dependency.kind == .conda && (only.contains(dependency.name) || pinsCUDA(dependency))
  }

  /// Whether it says that CUDA is meant.
  static func asksForCUDA(_ dependency: Dependency) -> Bool {
    dependency.kind == .conda
      && (needsDriver(dependency) || libraries.contains(dependency.name))
  }

  static func isFramework(_ dependency: Dependency) -> Bool {
    dependency.kind == .conda && frameworks.contains(dependency.name)
  }

  static func isTorch(_ dependency: Dependency) -> Bool {
    dependency.kind == .conda
      && ["pytorch", "pytorch-gpu", "pytorch-cpu"].contains(dependency.name)
  }

  static func isJAX(_ dependency: Dependency) -> Bool {
    dependency.kind == .conda && ["jax", "jaxlib"].contains(dependency.name)
  }

  static func pinsCUDA(_ dependency: Dependency) -> Bool {
    guard let build = dependency.build?.lowercased() else { return false }
    return build.contains("cuda") || build.contains("gpu")
  }

  /// The CUDA versions a spec leaves, by itself; nil where it says nothing about them.
  static func versions(of dependency: Dependency) -> VersionRange? {
    guard dependency.kind == .conda else { return nil }
    switch dependency.name {
    case "cuda-version", "cudatoolkit": return VersionRange(spec: dependency.version)
    default: break
    }
    if let build = dependency.build, let range = versions(ofBuild: build) { return range }
    let isAfter118 = VersionRange(spec: dependency.version)
      .overlaps(VersionRange(below: "2.5.2"))
    return dependency.name == "pytorch-gpu" && !isAfter118
      ? VersionRange(from: "12") : nil
  }

  /// `*cuda118*` is 11.8, `cuda129*` 12.9, `*cuda12*` 12.
  static func versions(ofBuild build: String) -> VersionRange? {
    guard let match = build.lowercased().firstMatch(of: /cuda_?(\d\d)(\d?)/) else { return nil }
    let minor = match.output.2.isEmpty ? "" : ".\(match.output.2)"
    let version = PackageVersion(match.output.1 + minor)
    return VersionRange(from: version, below: version.next)
  }
}
