import PixiWorkspace
import SessionEngine

/// The screen of what is in an environment: which one, held against which, and what is in view.
public struct ContentsState: Sendable, Equatable {
  public let exercise: String
  public var environment: String
  /// The environment it is held against; nil for its contents alone.
  public var other: String?
  /// A platform's name in the file; nil for the one that fits this machine.
  public var platform: String?
  /// Nil until it has been read.
  public var reading: ContentsReading?
  /// Whether the heaviest packages come first; else they are sorted by name.
  public var sortsBySize = false
  public var filter = TextField()
  /// Whether keys go to the filter.
  public var isFiltering = false
  public var scroll = 0

  public init(exercise: String, environment: String) {
    self.exercise = exercise
    self.environment = environment
  }

  public var contents: ExerciseContents? {
    if case .contents(let contents)? = reading { return contents }
    return nil
  }

  /// The environment that is shown, or why it cannot be; nil until it has been read.
  var shown: Result<ExerciseContents.Choice, Diagnosis>? { choice(environment) }

  /// The environment it is held against, in the same way.
  var compared: Result<ExerciseContents.Choice, Diagnosis>? { other.flatMap(choice) }

  private func choice(_ name: String) -> Result<ExerciseContents.Choice, Diagnosis>? {
    switch reading {
    case nil: nil
    case .failed(let diagnosis)?: .failure(diagnosis)
    case .contents(let contents)?:
      Result { () throws(Diagnosis) in
        let isThere = contents.environment(name)?.platforms.contains { $0.platform == platform }
        return try contents.choice(of: name, platform: isThere == true ? platform : nil)
      }
    }
  }

  /// The names of those that can be shown.
  var names: [String] { contents?.environments.map(\.name) ?? [] }

  /// The packages that the filter leaves.
  func filtered(_ packages: [PixiLock.Package]) -> [PixiLock.Package] {
    let words = filter.text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return packages }
    return packages.filter { package in
      let text = [package.name, package.version, package.build, package.channel]
        .compactMap(\.self).joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}
