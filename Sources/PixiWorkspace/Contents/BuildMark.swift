/// What one package's build or version says it computes with.
enum BuildMark: Sendable, Hashable {
  /// Made for CUDA, and for which version where that is said.
  case cuda(String?)
  case cpu

  /// From a conda build such as `cuda129_mkl_py312h30b5a27_300`, `cuda118py312h1c60a56_200`,
  /// `cpu_mkl_py312h0_104` or `py3.12_cuda12.4_cudnn9.1.0_0`; nil when it says neither.
  init?(condaBuild build: String) {
    for part in build.split(separator: "_") {
      if part.hasPrefix("cuda") {
        self = .cuda(Self.version(part.dropFirst("cuda".count)))
        return
      }
      if part.hasPrefix("cpu") {
        self = .cpu
        return
      }
    }
    return nil
  }

  /// From the local part of a PyPI version, such as `2.6.0+cu124`, `2.13.0+cpu` or
  /// `0.4.20+cuda12.cudnn89`.
  init?(pypiVersion version: String) {
    guard let plus = version.firstIndex(of: "+") else { return nil }
    let local = version[version.index(after: plus)...]
    if local.hasPrefix("cpu") {
      self = .cpu
    } else if local.hasPrefix("cuda") {
      self = .cuda(Self.version(local.dropFirst("cuda".count)))
    } else if local.hasPrefix("cu") {
      self = .cuda(Self.version(local.dropFirst("cu".count)))
    } else {
      return nil
    }
  }

  /// From the folder of PyTorch's own index, such as `…/whl/cu126/…` or `…/whl/cpu/…`.
  init?(indexLocation location: String) {
    guard let folder = location.firstRange(of: "/whl/") else { return nil }
    self.init(pypiVersion: "+" + location[folder.upperBound...].prefix { $0 != "/" })
  }

  /// `129` is 12.9 and `118` 11.8, `12.4` is written out, `12` has no minor version.
  private static func version(_ text: Substring) -> String? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let parts = number.split(separator: ".")
    guard let first = parts.first else { return nil }
    if let second = parts.dropFirst().first { return "\(first).\(second)" }
    return first.count > 2 ? "\(first.dropLast()).\(first.suffix(1))" : String(first)
  }
}
