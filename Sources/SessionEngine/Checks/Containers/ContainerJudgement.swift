import WorkshopModel

/// A condition on a container file that does not hold yet.
public struct ContainerJudgement: Sendable, Hashable {
  public let condition: ContainerRequirement.Condition
  /// What is missing or wrong, in one or two sentences.
  public let why: String
  public let remedy: String
  /// From 1; nil where no line can be named.
  public let line: Int?

  /// The conditions that do not hold, in the requirement's order.
  /// - Parameters:
  ///   - ignoreFile: The text of the `.dockerignore` beside it; nil when there is none.
  ///   - texts: Other files of the folder by their paths, such as a script that is copied in.
  public static func unmet(
    _ requirement: ContainerRequirement, in file: ContainerFile, ignoreFile: String?,
    texts: [String: String] = [:]
  ) -> [ContainerJudgement] {
    let build = ContainerBuild(file, ignoreFile: ignoreFile, texts: texts)
    let judge = ContainerJudge(build: build, environment: requirement.environment)
    return requirement.conditions.compactMap(judge.judgement)
  }
}
