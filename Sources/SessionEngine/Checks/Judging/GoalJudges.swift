import PixiWorkspace
import WorkshopModel

/// Everything goals of one exercise are judged with, made once for all of them.
struct GoalJudges {
  let exercise: Exercise
  let subject: CheckSubject
  private let manifest: JudgedManifest?
  private let lock: LockIndex?

  init(_ exercise: Exercise, _ subject: CheckSubject) {
    self.exercise = exercise
    self.subject = subject
    if case .read(let manifest) = subject.manifest {
      self.manifest = JudgedManifest(
        manifest, file: subject.manifestFile, pixi: subject.pixi)
    } else {
      manifest = nil
    }
    lock = subject.lock.map { LockIndex($0) }
  }

  /// The verdict on a goal that needs the manifest while that cannot be read; nil otherwise.
  func unreadable(_ goal: Goal) -> GoalVerdict? {
    guard case .unreadable(let error) = subject.manifest, goal.requirement.needsManifest else {
      return nil
    }
    return GoalVerdict(
      id: goal.id, says: goal.says, status: .wrong,
      why: "\(subject.manifestFile) cannot be read: \(error.reason)",
      remedy: error.line.map {
        "Correct line \($0), or what was left open above it, and save the file."
      }
        ?? "Correct the file, or put the starter's back with `atelier reset \(exercise.id)`.",
      file: subject.manifestFile, line: error.line, column: error.column,
      wrongWay: WrongWay.unreadableManifest.rawValue)
  }

  func judge(_ requirement: GoalRequirement) -> GoalJudgement {
    switch requirement {
    case .manifest(let requirement):
      guard let manifest else { return .open(noManifest) }
      return ManifestJudge(judged: manifest).judge(requirement)
    case .lock(let requirement):
      return judge(requirement)
    case .file(let requirement):
      return FileJudge(exercise: exercise, subject: subject).judge(requirement)
    case .command(let requirement):
      return CommandJudge(exercise: exercise, subject: subject, manifest: manifest)
        .judge(requirement)
    case .output(let requirement):
      return OutputJudge(exercise: exercise, subject: subject).judge(requirement)
    case .container(let requirement):
      return judge(requirement)
    }
  }

  private var noManifest: Shortfall {
    var file = subject.manifestFile
    var remedy =
      "Make it with `pixi init`, or begin with the starter's: "
      + "`atelier start \(exercise.id)`."
    let starter = exercise.starterFiles
    if !starter.contains("pixi.toml"), !starter.contains("pyproject.toml") {
      let solution = exercise.solutionFiles(for: .systemRequirements).map(\.path)
      let isPython = !solution.contains("pixi.toml") && solution.contains("pyproject.toml")
      if isPython, subject.files[file] == nil { file = "pyproject.toml" }
      remedy =
        "Make it in the exercise's folder: "
        + (isPython ? "`pixi init --format pyproject`." : "`pixi init`.")
    }
    return Shortfall(
      why: "There is no \(file) yet, or nothing stands in it.", remedy: remedy, file: file)
  }

  private func judge(_ requirement: LockRequirement) -> GoalJudgement {
    guard let lock else {
      let isThere = subject.files[LockJudge.file] != nil
      guard subject.pixi != nil else {
        return .unknown(
          LockJudge.shortfall(
            isThere ? "pixi.lock cannot be read." : "There is no pixi.lock yet.",
            "pixi makes it, and there is none here: install it from https://pixi.sh."))
      }
      return .open(
        LockJudge.shortfall(
          isThere ? "pixi.lock cannot be read." : "There is no pixi.lock yet.",
          isThere ? "Move it aside and solve anew: `pixi lock`." : "Solve: `pixi lock`."))
    }
    if let format = lock.formatVersion, !(4...7).contains(format) {
      return .unknown(
        LockJudge.shortfall(
          "pixi.lock has format \(format); formats 4 to 7 can be judged.",
          "Solve with a pixi that writes one of them."))
    }
    return LockJudge(lock: lock, manifest: manifest).judge(requirement)
  }

  private func judge(_ requirement: ContainerRequirement) -> GoalJudgement {
    guard let text = subject.texts[requirement.path] else {
      return .open(
        Shortfall(
          why: subject.files[requirement.path] == nil
            ? "There is no \(requirement.path) yet." : "\(requirement.path) is not text.",
          remedy: "Write it, as the page describes.", file: requirement.path))
    }
    let unmet = ContainerJudgement.unmet(
      requirement, in: ContainerFile(text: text, path: requirement.path),
      ignoreFile: subject.texts[".dockerignore"], texts: subject.texts)
    guard let first = unmet.first else { return .met }
    return .open(
      Shortfall(
        why: first.why, remedy: first.remedy, file: requirement.path,
        place: first.line.map { TextPlace(line: $0, column: 1) }))
  }
}
