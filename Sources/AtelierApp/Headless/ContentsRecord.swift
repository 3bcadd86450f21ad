import PixiWorkspace
import SessionEngine

/// An environment's contents as `atelier env show --json` prints them.
struct ContentsRecord: Encodable {
  private let choice: ExerciseContents.Choice
  private let exercise: String
  private let source: ExerciseContents.Source
  private let packages: [PackageRecord]

  private enum CodingKeys: String, CodingKey {
    case exercise, environment, platform, subdirectory, source, file, notes, warnings, build
    case cuda, cudnn, python, packages
    case virtualPackages = "virtual_packages"
    case buildCUDA = "build_cuda"
    case downloadBytes = "download_bytes"
    case unknownSizes = "unknown_sizes"
  }

  /// - Parameter packages: In the order in which they are listed.
  init(
    _ choice: ExerciseContents.Choice, of contents: ExerciseContents, packages: [PixiLock.Package]
  ) {
    self.choice = choice
    exercise = contents.exercise
    source = contents.source
    self.packages = packages.map(PackageRecord.init)
  }

  /// Written by hand so that what is not there is null and not left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let contents = choice.contents
    try container.encode(exercise, forKey: .exercise)
    try container.encode(contents.environment, forKey: .environment)
    try container.encode(contents.platform, forKey: .platform)
    try container.encode(contents.subdirectory, forKey: .subdirectory)
    try container.encode(contents.virtualPackages, forKey: .virtualPackages)
    try container.encode(source, forKey: .source)
    try container.encode(choice.file, forKey: .file)
    try container.encode(choice.notes, forKey: .notes)
    try container.encode(ContentsWords(contents).warnings, forKey: .warnings)
    try container.encode(contents.build.record.name, forKey: .build)
    try container.encode(contents.build.record.cuda, forKey: .buildCUDA)
    try container.encode(contents.cuda, forKey: .cuda)
    try container.encode(contents.cudnn, forKey: .cudnn)
    try container.encode(contents.python, forKey: .python)
    try container.encode(contents.download.knownBytes, forKey: .downloadBytes)
    try container.encode(contents.download.unknownPackages, forKey: .unknownSizes)
    try container.encode(packages, forKey: .packages)
  }
}

extension PixiDownload {
  /// Nil when there is something to download and no size of it is known.
  var knownBytes: UInt64? { bytes == 0 && unknownPackages > 0 ? nil : bytes }
}

extension EnvironmentContents.Build {
  /// `cuda`, `cpu` or `none`, and the CUDA version.
  var record: (name: String, cuda: String?) {
    switch self {
    case .cuda(let version): ("cuda", version)
    case .cpu: ("cpu", nil)
    case .none: ("none", nil)
    }
  }
}
