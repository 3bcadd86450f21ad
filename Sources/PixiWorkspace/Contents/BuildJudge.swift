import Foundation

/// Judges from the names, builds and versions of an environment's packages what it computes with.
struct BuildJudge {
  private static let leading: Set<String> = [
    "pytorch", "torch", "libtorch", "jaxlib", "tensorflow-base", "tensorflow", "tensorflow-cpu",
  ]
  private static let others: Set<String> = [
    "libxgboost", "xgboost", "py-xgboost", "lightgbm", "onnxruntime", "libtensorflow",
    "libtensorflow-cc", "mxnet",
  ]
  /// Packages that do nothing without CUDA and do not name it in their builds.
  private static let onlyCUDA: Set<String> = [
    "cudatoolkit", "cuda-cudart", "cupy", "cupy-core", "cudf", "cuml", "cuda-toolkit",
  ]
  private static let versions: Set<String> = ["python", "cuda-version", "cudnn", "libcudnn"]
  /// `libtorch` and `tensorflow-base` are what `pytorch` and `tensorflow` stand on.
  private static let doubles = ["libtorch": "pytorch", "tensorflow-base": "tensorflow"]

  /// Those that matter here, with their normalised names.
  private let packages: [(name: String, package: PixiLock.Package)]

  init(_ packages: [PixiLock.Package]) {
    self.packages = packages.compactMap { package in
      let name = package.normalisedName
      return Self.matters(name) ? (name, package) : nil
    }
  }

  private static func matters(_ name: String) -> Bool {
    leading.contains(name) || others.contains(name) || onlyCUDA.contains(name)
      || versions.contains(name) || name.hasPrefix("nvidia-") || name.hasPrefix("jax-cuda")
      || name.hasPrefix("cupy-cuda")
  }

  func version(_ name: String) -> String? { first(name)?.version }

  private func first(_ name: String) -> PixiLock.Package? {
    packages.first { $0.name == name }?.package
  }

  /// `cuda-version` first, then `cudatoolkit`, then NVIDIA's runtime from PyPI.
  var cuda: String? {
    version("cuda-version") ?? version("cudatoolkit") ?? runtime?.version.map(Self.minor)
  }

  var cudnn: String? {
    version("cudnn") ?? version("libcudnn")
      ?? packages.first { $0.name.hasPrefix("nvidia-cudnn") }?.package.version
  }

  var build: EnvironmentContents.Build {
    for names in [Self.leading, Self.others] {
      let marks = packages.filter { names.contains($0.name) }.compactMap { mark(of: $0.package) }
      for case .cuda(let version) in marks {
        if let version = refined(version) { return .cuda(version) }
      }
      if !marks.isEmpty { return .cpu }
    }
    let hasCUDA = packages.contains {
      Self.onlyCUDA.contains($0.name) || $0.name.hasPrefix("cupy-cuda")
    }
    return hasCUDA ? refined(nil).map { .cuda($0) } ?? .none : .none
  }

  var frameworks: [PixiLock.Package] {
    packages.compactMap { name, package in
      guard Self.leading.contains(name) || Self.others.contains(name) else { return nil }
      let isDouble = Self.doubles[name].map { first($0) != nil } ?? false
      return isDouble ? nil : package
    }
  }

  var cpuFrameworks: [PixiLock.Package] { frameworks.filter { mark(of: $0) == .cpu } }

  /// A version without its minor part, and one that is not said, are those of what is locked.
  private func refined(_ version: String?) -> String? {
    guard let version else { return cuda.map(Self.minor) }
    guard !version.contains("."), let cuda = cuda.map(Self.minor), cuda.hasPrefix(version + ".")
    else { return version }
    return cuda
  }

  private func mark(of package: PixiLock.Package) -> BuildMark? {
    switch package.kind {
    case .conda: return package.build.flatMap(BuildMark.init(condaBuild:))
    case .pypi:
      guard Self.leading.contains(package.normalisedName) else { return nil }
      return package.version.flatMap(BuildMark.init(pypiVersion:))
        ?? BuildMark(indexLocation: package.location) ?? wheelMark(package)
    }
  }

  /// A wheel does not name CUDA: it computes with it when NVIDIA's libraries are there.
  private func wheelMark(_ package: PixiLock.Package) -> BuildMark {
    let name = package.normalisedName
    if name == "tensorflow-cpu" { return .cpu }
    if name == "jaxlib" { return plugin.map { .cuda($0) } ?? .cpu }
    if let runtime {
      return .cuda(runtime.version.map(Self.minor) ?? Self.suffix(runtime.normalisedName))
    }
    if let wheel = packages.first(where: { Self.suffix($0.name) != nil }) {
      return .cuda(Self.suffix(wheel.name))
    }
    // TensorFlow's wheel looks for the libraries of an environment when it starts.
    let isThere = name == "tensorflow" && packages.contains { Self.onlyCUDA.contains($0.name) }
    return isThere ? .cuda(nil) : .cpu
  }

  /// `nvidia-cuda-runtime-cu12` and the like, or `nvidia-cuda-runtime` since CUDA 13.
  private var runtime: PixiLock.Package? {
    packages.first { $0.name.hasPrefix("nvidia-cuda-runtime") }?.package
  }

  /// The `12` of `jax-cuda12-plugin`.
  private var plugin: String? {
    packages.lazy.compactMap { name, _ -> String? in
      guard name.hasPrefix("jax-cuda"), name.hasSuffix("-plugin") || name.hasSuffix("-pjrt") else {
        return nil
      }
      let digits = name.dropFirst("jax-cuda".count).prefix { $0.isNumber }
      return digits.isEmpty ? nil : String(digits)
    }.first
  }

  /// The `12` of `nvidia-cublas-cu12`.
  private static func suffix(_ name: String) -> String? {
    guard name.hasPrefix("nvidia-"), let place = name.range(of: "-cu", options: .backwards) else {
      return nil
    }
    let digits = name[place.upperBound...]
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? String(digits) : nil
  }

  /// `11.8.0` as `11.8`.
  private static func minor(_ version: String) -> String {
    version.split(separator: ".").prefix(2).joined(separator: ".")
  }
}
