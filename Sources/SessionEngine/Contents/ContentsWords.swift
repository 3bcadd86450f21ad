import PixiWorkspace

/// What an environment holds, in the words of tables and sentences.
public struct ContentsWords: Sendable {
  private let contents: EnvironmentContents

  public init(_ contents: EnvironmentContents) {
    self.contents = contents
  }

  /// `CUDA 12.9`, `CPU`, or `–` where nothing in it would use a GPU.
  public var badge: String {
    switch contents.build {
    case .cuda(let version): "CUDA \(version)"
    case .cpu: "CPU"
    case .none: "–"
    }
  }

  /// Each framework with its version and build, such as `pytorch 2.7.1 cuda129_mkl_py312h30b5a27_300`;
  /// empty when there is none.
  public var frameworks: [String] {
    contents.frameworks.map { package in
      [package.name, package.version, package.build].compactMap(\.self).joined(separator: " ")
    }
  }

  /// Such as `3.9 GB`, `450 MB and 3 of unknown size`; nil when no size is known.
  public var download: String? {
    let download = contents.download
    let isUnknown = download.bytes == 0 && download.unknownPackages > 0
    guard !isUnknown else { return nil }
    let rest = download.unknownPackages
    return PrefetchDisk.words(download.bytes) + (rest > 0 ? " and \(rest) of unknown size" : "")
  }

  /// Such as `1.2 GB` or `840 B`; `n/a` when it is not known.
  public static func size(_ package: PixiLock.Package) -> String {
    package.sizeBytes.map { $0 < 1000 ? "\($0) B" : PrefetchDisk.words($0) } ?? "n/a"
  }

  public func version(_ name: String) -> String? { contents.package(name)?.version }

  /// What looks right and is not: a version of CUDA beside builds that compute on the CPU.
  public var warnings: [String] {
    guard contents.cuda != nil || contents.build != .cpu else { return [] }
    return contents.cpuFrameworks.map { package in
      let words = [package.name, package.version].compactMap(\.self).joined(separator: " ")
      let build = package.build.map { " (\($0))" } ?? ""
      let beside = contents.cuda.map { ", although CUDA \($0) is there" } ?? ""
      return "\(words) is a CPU build\(build)\(beside): it computes on the CPU."
    }
  }
}
