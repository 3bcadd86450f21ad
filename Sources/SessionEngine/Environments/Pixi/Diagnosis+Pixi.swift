import PixiWorkspace

extension Diagnosis {
  init(_ problem: PixiProblem) {
    self.init(says: problem.says, remedy: problem.remedy, details: problem.text)
  }

  init(_ failure: PixiFailure) {
    if let problem = failure.problem {
      self.init(problem)
    } else {
      let status = failure.exitCode.map { " with status \($0)" } ?? ""
      self.init(
        says: "`\(failure.command)` failed\(status).",
        remedy: "Read its own words below, or use `--provider venv`.", details: failure.text)
    }
  }
}
