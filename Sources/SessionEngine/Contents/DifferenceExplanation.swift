import PixiWorkspace

/// Says in plain words what two environments differ in; what is not known is left out.
public struct DifferenceExplanation: Sendable {
  /// One row of what decides how they compute; nil for what an environment has not.
  public struct Fact: Sendable, Hashable {
    public let title: String
    public let left: String?
    public let right: String?

    public var isSame: Bool { left == right }
  }

  private let difference: EnvironmentDifference
  private let left: EnvironmentContents
  private let right: EnvironmentContents

  public init(_ difference: EnvironmentDifference) {
    self.difference = difference
    (left, right) = (difference.left, difference.right)
  }

  /// Build, CUDA, frameworks, Python, NumPy, cuDNN, packages and download; a row that neither has
  /// is left out.
  public var facts: [Fact] {
    let (one, other) = (ContentsWords(left), ContentsWords(right))
    var rows = [Fact(title: "build", left: one.badge, right: other.badge)]
    // What the builds say already is not said twice.
    let isSaid = [(left, one), (right, other)].allSatisfy { contents, words in
      contents.cuda.map { words.badge == "CUDA \($0)" } ?? true
    }
    if !isSaid { rows.append(Fact(title: "CUDA", left: left.cuda, right: right.cuda)) }
    let frameworks = (one.frameworks, other.frameworks)
    for row in 0..<max(frameworks.0.count, frameworks.1.count) {
      rows.append(
        Fact(
          title: row == 0 ? "framework" : "",
          left: frameworks.0.indices.contains(row) ? frameworks.0[row] : nil,
          right: frameworks.1.indices.contains(row) ? frameworks.1[row] : nil))
    }
    rows += [
      Fact(title: "Python", left: left.python, right: right.python),
      Fact(title: "NumPy", left: one.version("numpy"), right: other.version("numpy")),
      Fact(title: "cuDNN", left: left.cudnn, right: right.cudnn),
      Fact(
        title: "packages", left: "\(left.packages.count)", right: "\(right.packages.count)"),
      Fact(title: "download", left: one.download, right: other.download),
    ]
    return rows.filter { $0.left != nil || $0.right != nil }
  }

  /// Everything in sentences: what they compute with, versions, what is shared, the driver.
  public var sentences: [String] {
    [computing, frameworks, versions].compactMap(\.self) + beyondFacts
  }

  /// The sentences that say more than the facts do.
  public var beyondFacts: [String] {
    warnings + [shared, driver, architectures, whyTwo].compactMap(\.self)
  }

  // MARK: What they are

  private var computing: String {
    let (one, other) = (Self.computes(left), Self.computes(right))
    return one == other
      ? "Both environments \(one.both)."
      : "\(left.environment) \(one.one), \(right.environment) \(other.one)."
  }

  private static func computes(_ contents: EnvironmentContents) -> (one: String, both: String) {
    switch contents.build {
    case .cuda(let version): ("computes with CUDA \(version)", "compute with CUDA \(version)")
    case .cpu: ("computes on the CPU", "compute on the CPU")
    case .none: ("has nothing that would use a GPU", "have nothing that would use a GPU")
    }
  }

  private var frameworks: String? {
    let (one, other) = (Self.frameworks(of: left), Self.frameworks(of: right))
    if one == other { return one.map { "Both have \($0)." } }
    let parts = [(left, one), (right, other)].compactMap { contents, words in
      words.map { "\(contents.environment) has \($0)" }
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func frameworks(of contents: EnvironmentContents) -> String? {
    let words = contents.frameworks.map { package in
      let name = ["pytorch": "PyTorch", "torch": "PyTorch"][package.name] ?? package.name
      let version = package.version.map { " \($0)" } ?? ""
      return name + version + (package.build.map { " (build \($0))" } ?? " from PyPI")
    }
    return words.isEmpty ? nil : words.joined(separator: " and ")
  }

  private var versions: String? {
    let rows: [(name: String, left: String?, right: String?)] = [
      ("Python", left.python, right.python),
      ("NumPy", ContentsWords(left).version("numpy"), ContentsWords(right).version("numpy")),
      ("cuDNN", left.cudnn, right.cudnn),
    ]
    let same = rows.filter { $0.left != nil && $0.left == $0.right }
      .map { "\($0.name) \($0.left ?? "")" }
    let different = rows.filter { $0.left != $0.right }.map { row in
      switch (row.left, row.right) {
      case (let one?, let other?): "\(row.name) \(one) against \(other)"
      case (let one?, nil): "\(row.name) \(one) only in \(left.environment)"
      case (nil, let other?): "\(row.name) \(other) only in \(right.environment)"
      case (nil, nil): ""
      }
    }
    let both = "have " + same.joined(separator: " and ") + "."
    guard !different.isEmpty else { return same.isEmpty ? nil : "Both " + both }
    let words = different.joined(separator: ", ")
    return same.isEmpty ? words + "." : words + "; both " + both
  }

  private var warnings: [String] {
    let one = ContentsWords(left).warnings.map { "\(left.environment): \($0)" }
    let other = ContentsWords(right).warnings.map { "\(right.environment): \($0)" }
    return one + other
  }

  // MARK: What follows from it

  private var shared: String? {
    let count = difference.shared.count
    if left.packages.isEmpty && right.packages.isEmpty { return "Neither holds a package." }
    guard !difference.isSame else { return "Both have the same \(count) packages." }
    guard count > 0 else {
      return "They share no package: each downloads everything of its own."
    }
    let packages =
      "\(count) \(count == 1 ? "package is" : "packages are") the same in both, "
      + "\(difference.changed.count) in another version or build, "
      + "\(difference.onlyLeft.count) only in \(left.environment), "
      + "\(difference.onlyRight.count) only in \(right.environment)"
    let download = difference.sharedDownload
    guard download.bytes > 0 else { return "\(packages)." }
    guard !difference.isSame else { return "Both have the same \(count) packages." }
    let all = right.download
    let more = download.unknownPackages > 0 || all.unknownPackages > 0
    return "\(packages). Of the \(PrefetchDisk.words(all.bytes))"
      + (more ? " of known size" : "") + " that \(right.environment) downloads, "
      + "\(PrefetchDisk.words(download.bytes)) are there once \(left.environment) is installed."
  }

  private var versionsOfCUDA: (left: CUDAVersion, right: CUDAVersion)? {
    guard case .cuda(let one) = left.build, case .cuda(let other) = right.build,
      let left = CUDAVersion(one), let right = CUDAVersion(other), left != right
    else { return nil }
    return (left, right)
  }

  /// Only Linux: other systems have other numbers.
  private var driver: String? {
    guard left.subdirectory.hasPrefix("linux"), right.subdirectory.hasPrefix("linux") else {
      return nil
    }
    guard let (one, other) = versionsOfCUDA else {
      let sides = [left, right].compactMap { contents -> String? in
        guard case .cuda(let text) = contents.build, let version = CUDAVersion(text),
          let oldest = CUDADriver.oldest(for: version)
        else { return nil }
        return "CUDA \(version) needs an NVIDIA driver of \(oldest) or later."
      }
      return sides.first
    }
    guard let oldOne = CUDADriver.oldest(for: one), let oldOther = CUDADriver.oldest(for: other)
    else { return nil }
    guard oldOne != oldOther else {
      return "CUDA \(one) and \(other) both need an NVIDIA driver of \(oldOne) or later."
    }
    let newest = one > other ? oldOne : oldOther
    return "CUDA \(one) needs an NVIDIA driver of \(oldOne) or later, CUDA \(other) one of "
      + "\(oldOther): each environment brings its own CUDA, so a driver of \(newest) or later "
      + "runs both."
  }

  private var architectures: String? {
    guard let (one, other) = versionsOfCUDA,
      let first = CUDAArchitectures.covered(by: one),
      let second = CUDAArchitectures.covered(by: other), first != second
    else { return nil }
    return "CUDA \(one) is for GPUs of compute capability \(first.oldest) to \(first.newest), "
      + "CUDA \(other) for \(second.oldest) to \(second.newest)."
  }

  private var whyTwo: String? {
    guard let one = left.package("cuda-version")?.version,
      let other = right.package("cuda-version")?.version, one != other
    else { return nil }
    return "They cannot be one environment, nor share a solve group: cuda-version is \(one) in "
      + "\(left.environment) and \(other) in \(right.environment)."
  }
}

extension EnvironmentDifference {
  /// A few sentences in plain words: what the two compute with, what they share, and what the
  /// driver must be.
  public var explanation: [String] { DifferenceExplanation(self).sentences }
}
