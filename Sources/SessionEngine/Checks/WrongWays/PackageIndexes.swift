/// Names that only one of conda-forge and PyPI knows, where people mix them up.
enum PackageIndexes {
  /// What conda-forge calls a package of PyPI; empty where it has none; nil where the name is not
  /// one of PyPI alone.
  static func condaName(forPyPI name: String) -> String? {
    switch name {
    case "torch": "pytorch-gpu"
    case _ where name.hasPrefix("jax-cuda1"): "jaxlib=*=*cuda*"
    case _ where name.hasPrefix("nvidia-") && name.contains("-cu1"): ""
    default: nil
    }
  }

  static func isCondaOnly(_ name: String) -> Bool {
    let names: Set<String> = [
      "pytorch", "pytorch-gpu", "pytorch-cpu", "cuda-version", "cudatoolkit", "cuda-nvcc",
      "matplotlib-base", "cudnn", "python",
    ]
    return names.contains(name)
  }
}
