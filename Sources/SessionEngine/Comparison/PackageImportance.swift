/// Which packages decide most about how a training computes.
enum PackageImportance {
  /// Whole names and, ending in `*`, beginnings.
  private static let order = [
    "python", "pytorch", "pytorch-gpu", "pytorch-cpu", "libtorch", "torchvision", "jax", "jaxlib",
    "jax-cuda*", "flax", "optax", "tensorflow*", "keras", "lightning", "pytorch-lightning",
    "cuda-version", "cudatoolkit", "cudnn", "nccl", "nvidia-*", "cuda-*", "libcu*", "libnv*",
    "triton", "numpy", "scipy", "libblas", "blas", "mkl", "libopenblas", "openblas", "onednn",
    "llvm-openmp", "libgomp", "pandas", "scikit-learn",
  ]

  static func isBefore(_ left: String, _ right: String) -> Bool {
    (rank(left), left) < (rank(right), right)
  }

  private static func rank(_ name: String) -> Int {
    order.firstIndex { pattern in
      pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    } ?? order.count
  }

  /// PyPI spells names in several ways (PEP 503), and calls `torch` what conda calls `pytorch`.
  static func sharedName(_ name: String) -> String {
    var normal = ""
    for character in name.lowercased() {
      let plain: Character = "_.".contains(character) && !normal.isEmpty ? "-" : character
      if plain == "-", normal.hasSuffix("-") { continue }
      normal.append(plain)
    }
    return normal == "torch" ? "pytorch" : normal
  }
}
