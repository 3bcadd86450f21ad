extension ContainerFile {
  /// One image on the way to the last.
  public struct Stage: Sendable, Hashable {
    /// The name later stages know it by; nil for none.
    public let name: String?
    /// The image or the stage it begins with.
    public let base: ShellWord
    /// Of its `FROM` or `Bootstrap`.
    public let line: Int
    public var steps: [Step] = []
  }

  public struct Step: Sendable, Hashable {
    public let line: Int
    public let action: Action
  }

  public enum Action: Sendable, Hashable {
    /// Variables that hold from here on, while building and in the image.
    case environment([Variable])
    /// A variable that can be given when building; without a value it must be.
    case argument(String, ShellWord?)
    case workingDirectory(ShellWord)
    case copy(Copy)
    case run(Run)
    /// The words in front of commands in shell form.
    case shell([ShellWord])
    /// What every start runs, with the command as its arguments; Apptainer's runscript.
    case entrypoint([ShellCommand])
    case command([ShellCommand])
    /// What is sourced before anything starts: Apptainer's `%environment`.
    case activation([ShellCommand])
  }

  public struct Variable: Sendable, Hashable {
    public let name: String
    public let value: ShellWord
  }

  public struct Copy: Sendable, Hashable {
    public var sources: [ShellWord]
    public var destination: ShellWord
    /// A stage's name or number, or an image; nil for the files beside the container file.
    public var stage: ShellWord?
    /// Whether the sources keep their folders below the destination.
    public var keepsParents = false
    /// Patterns of what is left out.
    public var excluded: [String] = []
    /// What files written in the instruction itself hold.
    public var inlineText: String?
  }

  public struct Run: Sendable, Hashable {
    public var commands: [ShellCommand]
    /// Files that are there for this step only.
    public var mounts: [Copy] = []
  }
}
