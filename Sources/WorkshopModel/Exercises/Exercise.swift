import Foundation

/// One exercise: what to read, the files to begin with, the environments and what runs in them.
public struct Exercise: Sendable, Hashable, Identifiable {
  /// The folder's name, such as `exercise-2`.
  public let id: String
  public let title: String
  /// One sentence: what is there at the end that was not at the beginning.
  public let goal: String
  /// The exercise's folder in the workshop.
  public let folder: URL
  /// Paths of the starter files below `folder/starter`, sorted, `page.md` not among them.
  public let starterFiles: [String]
  /// The file the editor opens first.
  public let mainFile: String
  public let environments: [EnvironmentDeclaration]
  public let workloads: [Workload]
  /// What is judged, in the order in which it is best done; empty where nothing is.
  public var goals: [Goal] = []
  /// In rising strength.
  public var hints: [Hint] = []
  public var pitfalls: [Pitfall] = []
  /// Paths below `folder/solution`, sorted; empty where there is none.
  public var solutionFiles: [String] = []
  /// Paths below `folder/solution-platforms`, sorted: what differs for a pixi of that spelling.
  public var platformsSolutionFiles: [String] = []

  public init(
    id: String, title: String, goal: String, folder: URL, starterFiles: [String],
    mainFile: String, environments: [EnvironmentDeclaration], workloads: [Workload]
  ) {
    self.id = id
    self.title = title
    self.goal = goal
    self.folder = folder
    self.starterFiles = starterFiles
    self.mainFile = mainFile
    self.environments = environments
    self.workloads = workloads
  }

  /// The page a participant reads.
  public var page: URL { folder.appending(path: "page.md") }

  public func environment(_ name: String) -> EnvironmentDeclaration? {
    environments.first { $0.name == name }
  }

  public func workload(in environment: String) -> Workload? {
    workloads.first { $0.environment == environment }
  }
}
