/// What a supervisor reports, one a line.
enum SupervisorReport: Equatable {
  /// Where starting went wrong.
  enum Stage: String {
    case session, terminal, folder, program
  }

  case started(processIdentifier: Int32)
  case failed(Stage, errorNumber: Int32)
  case ended(ExitReport.Outcome, seconds: Double)
  case usage(cpuSeconds: Double, peakMemoryBytes: UInt64?)
  case treeMemory(peakBytes: UInt64?)
  case killedForMemory

  init?(line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard words.count >= 2 else { return nil }
    switch words[0] {
    case "started":
      guard let identifier = Int32(words[1]) else { return nil }
      self = .started(processIdentifier: identifier)
    case "failed":
      guard words.count == 3, let stage = Stage(rawValue: String(words[1])),
        let number = Int32(words[2])
      else { return nil }
      self = .failed(stage, errorNumber: number)
    case "exited", "signaled":
      guard words.count == 3, let number = Int32(words[1]), let time = Double(words[2])
      else { return nil }
      let outcome: ExitReport.Outcome =
        words[0] == "exited" ? .exited(number) : .signaled(number)
      self = .ended(outcome, seconds: time / 1e9)
    case "usage":
      guard words.count == 3, let time = Double(words[1]), let peak = UInt64(words[2])
      else { return nil }
      self = .usage(cpuSeconds: time / 1e6, peakMemoryBytes: peak == 0 ? nil : peak * 1024)
    case "memory":
      guard let peak = UInt64(words[1]) else { return nil }
      self = .treeMemory(peakBytes: peak == 0 ? nil : peak * 1024)
    case "killed-for-memory": self = .killedForMemory
    default: return nil
    }
  }
}
