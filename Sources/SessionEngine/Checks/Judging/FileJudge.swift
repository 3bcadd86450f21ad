import WorkshopModel

/// Judges files of the exercise's folder.
struct FileJudge {
  let exercise: Exercise
  let subject: CheckSubject

  func judge(_ requirement: FileRequirement) -> GoalJudgement {
    let pattern = PathPattern(requirement.path)
    let files = subject.files.values.filter { pattern.matches($0.path) }
      .sorted { $0.path < $1.path }
    return ConditionList.judge(
      files.map { conditions(requirement, on: $0) },
      otherwise: Shortfall(
        why: pattern.isPlain
          ? "There is no \(requirement.path) yet."
          : "There is no file \(requirement.path) yet.",
        remedy: making(requirement.path) ?? "Make it, as the page describes.",
        file: pattern.isPlain ? requirement.path : nil))
  }

  /// What makes the file: a run of the exercise's whose program is told its name.
  private func making(_ path: String) -> String? {
    exercise.workloads.first { $0.arguments.dropFirst().contains(path) }.map { workload in
      "The task \(workload.task) makes it: run it in the environment \(workload.environment), with "
        + "`r` in the console, or with `atelier run \(exercise.id) --env \(workload.environment)`."
    }
  }

  private func conditions(_ requirement: FileRequirement, on file: CheckedFile) -> ConditionList {
    var list = ConditionList()
    func shortfall(_ why: String, _ remedy: String) -> Shortfall {
      Shortfall(why: why, remedy: remedy, file: file.path)
    }
    list.add {
      file.bytes > 0
        ? nil : shortfall("\(file.path) is empty.", "Make it anew, as the page describes.")
    }
    if requirement.changed {
      list.add {
        file.isChanged
          ? nil : shortfall("\(file.path) is still the starter's.", "Change it, and save it.")
      }
    }
    guard !requirement.lines.isEmpty else { return list }
    let text = subject.texts[file.path]
    let lines = Set((text ?? "").split(whereSeparator: \.isNewline).map(\.trimmed))
    list.add {
      text == nil
        ? shortfall("\(file.path) cannot be read as text.", "Save it in the encoding UTF-8.") : nil
    }
    for line in requirement.lines {
      list.add {
        lines.contains(line.trimmed)
          ? nil
          : shortfall("\(file.path) has no line `\(line)`.", "Add the line `\(line)` to it.")
      }
    }
    return list
  }
}
