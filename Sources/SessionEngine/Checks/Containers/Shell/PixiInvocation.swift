/// A command line of pixi, as a script has it.
struct PixiInvocation: Sendable, Hashable {
  let command: String
  /// Nil for all of them.
  private(set) var environments: [String]? = []
  private(set) var isLocked = false
  private(set) var installs = true
  private(set) var manifest: String?
  /// Whether it installs for a platform by name, whatever the machine is.
  private(set) var choosesPlatform = false

  private static let withValue: Set<String> = [
    "--color", "--platform", "-p", "--shell", "-s", "--change-ps1", "--auth-file",
    "--concurrent-downloads", "--concurrent-solves", "--pypi-keyring-provider", "--skip",
    "--skip-with-deps", "--only", "--tls-backend", "--workspace", "-w",
  ]

  /// - Parameter words: From `pixi` on; nil when they begin otherwise.
  init?(_ words: [String]) {
    guard let first = words.first, ContainerPath.lastName(first) == "pixi" else { return nil }
    var command: String?
    var place = 1
    func value(_ word: String, _ names: [String]) -> String? {
      for name in names {
        if word == name {
          place += 1
          return place < words.count ? words[place] : ""
        }
        if word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
      }
      return nil
    }
    while place < words.count {
      let word = words[place]
      if let name = value(word, ["--environment", "-e"]) {
        environments?.append(name)
      } else if let path = value(word, ["--manifest-path", "-m"]) {
        manifest = path
      } else if Self.withValue.contains(word) {
        choosesPlatform = choosesPlatform || word == "--platform" || word == "-p"
        place += 1
      } else if word.hasPrefix("-") {
        if ["--locked", "--frozen", "--as-is"].contains(word) { isLocked = true }
        if ["--no-install", "--as-is"].contains(word) { installs = false }
        if word == "--all" || word == "-a" { environments = nil }
        if word.hasPrefix("--platform=") { choosesPlatform = true }
      } else if command == nil {
        command = word
      } else if command == "run" || command == "r" {
        break  // What follows belongs to the task.
      }
      place += 1
    }
    guard let command else { return nil }
    self.command =
      switch command {
      case "i": "install"
      case "r": "run"
      case "s": "shell"
      default: command
      }
  }

  /// Whether it makes an environment from the manifest or the lock.
  var makesEnvironment: Bool {
    installs && ["install", "run", "shell-hook", "shell", "reinstall"].contains(command)
  }

  /// Whether it solves anew and writes pixi.lock.
  var rewritesLock: Bool {
    ["lock", "update", "upgrade", "add", "remove"].contains(command) && !isLocked
  }

  /// `default` where none is named.
  var names: [String]? { environments.map { $0.isEmpty ? ["default"] : $0 } }
}
