/// What is known of an image at one step of its build.
struct ContainerStage: Sendable, Hashable {
  struct Install: Sendable, Hashable {
    /// Nil for all environments.
    let environments: [String]?
    /// Such as `pixi install`.
    let command: String
    let line: Int
    let isLocked: Bool
    /// Whether pixi is told of a CUDA driver, or does not ask for one.
    let overridesCUDA: Bool
    let hasManifest: Bool
    let hasLock: Bool
    /// Of a command before it that wrote pixi.lock anew.
    let rewrittenOn: Int?

    func makes(_ environment: String?) -> Bool {
      guard let environment, let environments else { return true }
      return environments.contains { $0 == environment || $0.contains("${") }
    }
  }

  struct Prefix: Sendable, Hashable {
    /// Nil for the folder of all environments.
    let environment: String?
    /// Where it was made.
    let made: String
    var now: String
    /// Of the step that brought it there.
    var line: Int

    func holds(_ name: String?) -> Bool {
      guard let name, let environment else { return true }
      return environment == name || environment.contains("${")
    }
  }

  /// A start of the image: words in exec form or a script.
  struct Start: Sendable, Hashable {
    let commands: [ShellCommand]
    let line: Int
  }

  var shell = ContainerShell()
  /// `ARG`s, which later stages do not know.
  var arguments: Set<String> = []
  /// Manifests and locks by their paths.
  var files: Set<String> = []
  var directories: Set<String> = ["/"]
  /// Whether a repository with files nobody knows was fetched.
  var hasClone = false
  var installs: [Install] = []
  var rewrittenOn: Int?
  var prefixes: [Prefix] = []
  /// Files that activate an environment: its name by path.
  var hooks: [String: String] = [:]
  /// What is known of the text of other files.
  var scripts: [String: String] = [:]
  /// Lines that bring a `.pixi` from outside.
  var folderCopies: [Int] = []
  var words: [ShellWord] = []
  var entrypoint: Start?
  var command: Start?
  var activation: Start?

  /// The image as the beginning of another one.
  var inherited: ContainerStage {
    var stage = self
    for name in arguments {
      stage.shell.variables[name] = nil
      stage.shell.exported.remove(name)
    }
    stage.arguments = []
    stage.installs = []
    stage.folderCopies = []
    return stage
  }
}
