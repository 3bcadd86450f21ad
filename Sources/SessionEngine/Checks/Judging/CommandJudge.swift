import PixiWorkspace
import WorkshopModel

/// Judges whether a command was carried out in a run that ended well.
struct CommandJudge {
  let exercise: Exercise
  let subject: CheckSubject
  /// Nil when there is no manifest that can be read.
  let manifest: JudgedManifest?

  func judge(_ requirement: CommandRequirement) -> GoalJudgement {
    let runs = subject.runs.filter { run in
      run.exercise == exercise.id
        && (requirement.environment ?? run.environment) == run.environment
        && carriesOut(requirement.command, run)
    }
    if runs.contains(where: \.hasEndedWell) { return .met }
    let command = requirement.command
    let place = requirement.environment.map { " in \($0)" } ?? ""
    let ended = runs.first { $0.ending != .alive }
    return .open(
      Shortfall(
        why: ended.map { "\($0.id), the last run of `\(command)`\(place), did not end well." }
          ?? "`\(command)` has not been run\(place) yet.",
        remedy: (ended == nil ? "" : "Read what it said. ")
          + Self.running(command, in: requirement.environment, of: exercise)))
  }

  private func carriesOut(_ command: String, _ run: StoredRun) -> Bool {
    if let task = task(of: run) {
      return task == command || follows(task, command, in: run.environment)
        || begins(run.commandLine, with: command)
    }
    return begins(run.commandLine, with: command)
  }

  private func task(of run: StoredRun) -> String? {
    switch run.purpose {
    case .task(let name): name
    case .workload: exercise.workload(in: run.environment)?.task
    case .install, .shell: nil
    }
  }

  /// Whether a task runs another before itself.
  private func follows(_ task: String, _ wanted: String, in environment: String) -> Bool {
    guard let tasks = manifest?.environment(environment)?.tasks else { return false }
    var waiting = [task]
    var seen: Set<String> = []
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      waiting += tasks.first { $0.name == name }?.dependsOn ?? []
    }
    return seen.contains(wanted)
  }

  /// Word by word, with the program by its name alone.
  private func begins(_ commandLine: String, with command: String) -> Bool {
    var words = commandLine.split(separator: " ").map(String.init)
    if let program = words.first?.split(separator: "/").last { words[0] = String(program) }
    return words.starts(with: command.split(separator: " ").map(String.init))
  }

  /// How a run is begun that is kept and can be judged: one in a shell is not.
  static func running(
    _ command: String?, in environment: String?, of exercise: Exercise
  ) -> String {
    let option = environment.map { " --env \($0)" } ?? ""
    let unseen = "which does not see what runs in a shell"
    let workload = environment.flatMap { exercise.workload(in: $0) } ?? exercise.workloads.first
    guard let command, command != workload?.task else {
      return "Run it with `r` in the console, \(unseen), or with "
        + "`atelier run \(exercise.id)\(option)`."
    }
    if command.hasPrefix("pixi install") {
      let name = environment ?? exercise.environments.first?.name ?? "NAME"
      return "Install it in the console, or with `atelier env install \(name)`."
    }
    return "Run it with `t` in the console, \(unseen), or with "
      + "`atelier tasks run \(exercise.id) \(command)\(option)`."
  }
}
