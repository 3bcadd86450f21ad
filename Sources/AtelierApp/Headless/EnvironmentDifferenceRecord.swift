import PixiWorkspace
import SessionEngine

/// What two environments differ in, as `atelier env diff --json` prints it.
struct EnvironmentDifferenceRecord: Encodable {
  private let difference: EnvironmentDifference
  private let contents: ExerciseContents
  private let notes: [String]

  init(_ difference: EnvironmentDifference, of contents: ExerciseContents, notes: [String]) {
    self.difference = difference
    self.contents = contents
    self.notes = notes
  }

  private enum CodingKeys: String, CodingKey {
    case exercise, source, notes, left, right, changed, shared, explanation
    case onlyLeft = "only_left"
    case onlyRight = "only_right"
    case sharedDownloadBytes = "shared_download_bytes"
    case sharedUnknownSizes = "shared_unknown_sizes"
  }

  private struct Side: Encodable {
    let contents: EnvironmentContents

    private enum CodingKeys: String, CodingKey {
      case environment, platform, subdirectory, build, cuda, cudnn, python, packages
      case buildCUDA = "build_cuda"
      case downloadBytes = "download_bytes"
      case unknownSizes = "unknown_sizes"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(contents.environment, forKey: .environment)
      try container.encode(contents.platform, forKey: .platform)
      try container.encode(contents.subdirectory, forKey: .subdirectory)
      try container.encode(contents.build.record.name, forKey: .build)
      try container.encode(contents.build.record.cuda, forKey: .buildCUDA)
      try container.encode(contents.cuda, forKey: .cuda)
      try container.encode(contents.cudnn, forKey: .cudnn)
      try container.encode(contents.python, forKey: .python)
      try container.encode(contents.packages.count, forKey: .packages)
      try container.encode(contents.download.knownBytes, forKey: .downloadBytes)
      try container.encode(contents.download.unknownPackages, forKey: .unknownSizes)
    }
  }

  private struct Change: Encodable {
    let left: PackageRecord
    let right: PackageRecord
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let download = difference.sharedDownload
    try container.encode(contents.exercise, forKey: .exercise)
    try container.encode(contents.source, forKey: .source)
    try container.encode(notes, forKey: .notes)
    try container.encode(Side(contents: difference.left), forKey: .left)
    try container.encode(Side(contents: difference.right), forKey: .right)
    try container.encode(difference.onlyLeft.map(PackageRecord.init), forKey: .onlyLeft)
    try container.encode(difference.onlyRight.map(PackageRecord.init), forKey: .onlyRight)
    try container.encode(
      difference.changed.map {
        Change(left: PackageRecord($0.left), right: PackageRecord($0.right))
      }, forKey: .changed)
    try container.encode(difference.shared.map(PackageRecord.init), forKey: .shared)
    try container.encode(download.knownBytes, forKey: .sharedDownloadBytes)
    try container.encode(download.unknownPackages, forKey: .sharedUnknownSizes)
    try container.encode(difference.explanation, forKey: .explanation)
  }
}
