import PixiWorkspace

extension ExerciseContents {
  /// One environment on one platform, with what should be known of the choice.
  public struct Choice: Sendable, Hashable {
    public let contents: EnvironmentContents
    /// The absolute path of the file it was read from.
    public let file: String
    /// Sentences, none when nothing needs to be said.
    public let notes: [String]
  }

  /// The conda platform of the machine this program was built for, such as `linux-64`.
  public static var machinePlatform: String {
    #if arch(arm64)
      "linux-aarch64"
    #else
      "linux-64"
    #endif
  }

  /// The environment on the platform asked for, or on the machine's, or on the first it has.
  /// - Parameters:
  ///   - platform: A conda platform or a name of the lock, such as `linux-64` or `p1`.
  ///   - machine: The conda platform of this machine.
  /// - Throws: `Diagnosis` when there is no such environment, or it has not the platform asked for.
  public func choice(
    of name: String, platform: String? = nil, machine: String = Self.machinePlatform
  ) throws(Diagnosis) -> Choice {
    guard let environment = environment(name) else { throw unknown(name) }
    let wanted = platform ?? machine
    if let platform, let named = environment.platforms.first(where: { $0.platform == platform }) {
      return Choice(contents: named, file: environment.file, notes: [])
    }
    let fitting = environment.platforms.filter { $0.subdirectory == wanted }
    // The one for machines with more to offer is what the exercise is about.
    if let best = fitting.max(by: { $0.virtualPackages.count < $1.virtualPackages.count }) {
      let others = fitting.filter { $0 != best }.map(\.platformWords)
      let note =
        "Shown for \(best.platformWords); also solved for \(others.joined(separator: ", "))."
      return Choice(
        contents: best, file: environment.file, notes: others.isEmpty ? [] : [note])
    }
    let names = environment.platforms.map(\.platformWords).joined(separator: ", ")
    guard platform == nil, let first = environment.platforms.first else {
      throw Diagnosis(
        says: "\(name) is not solved for \(wanted).",
        remedy: names.isEmpty ? "Run `pixi lock`." : "It is solved for: \(names).")
    }
    return Choice(
      contents: first, file: environment.file,
      notes: [
        "\(name) is not solved for \(machine), which this machine is: shown for "
          + "\(first.platformWords)."
      ])
  }

  private func unknown(_ name: String) -> Diagnosis {
    let names = environments.map(\.name).joined(separator: ", ")
    return switch source {
    case .lock:
      Diagnosis(
        says: "The pixi.lock of \(exercise) has no environment `\(name)`.",
        remedy: "It has: \(names). Add \(name) to pixi.toml and run `pixi lock`.")
    case .solution:
      Diagnosis(
        says: "You have no pixi.lock in \(exercise) yet, and its solution's has no environment "
          + "`\(name)`.", remedy: "It has: \(names).")
    case .venv:
      Diagnosis(
        says: "The environment `\(name)` is not installed, so nobody knows what it will hold.",
        remedy: "Install it with `atelier env install \(name)`. There is: \(names).")
    }
  }
}

extension EnvironmentContents {
  /// Such as `linux-64`, or `p1 (linux-64, __cuda=12)`.
  public var platformWords: String {
    let parts = (platform == subdirectory ? [] : [subdirectory]) + virtualPackages
    return parts.isEmpty ? platform : "\(platform) (\(parts.joined(separator: ", ")))"
  }
}
