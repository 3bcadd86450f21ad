import Foundation
internal import GRDB

extension StoredRun {
  /// - Throws: `DatabaseError` or a decoding error when the row makes no sense.
  init(row: Row) throws {
    let decoder = JSONDecoder()
    self.init(
      id: RunID(row["id"]), exercise: row["exercise"], environment: row["environment"],
      provider: row["provider"], purpose: Self.purpose(row), title: row["title"],
      name: row["name"], isPinned: row["pinned"], commandLine: row["command_line"],
      workingDirectory: row["working_directory"],
      options: try decoder.decode(RunOptions.self, from: Data((row["options"] as String).utf8)),
      startedAt: Date(timeIntervalSince1970: row["started_at"]), ending: Self.ending(row),
      wasStopped: row["was_stopped"], seconds: row["seconds"], cpuSeconds: row["cpu_seconds"],
      peakMemoryBytes: (row["peak_memory_bytes"] as Int64?).map { UInt64(clamping: $0) },
      log: row["log"], batch: row["batch"], repetition: row["repetition"],
      facts: try decoder.decode([String: String].self, from: Data((row["facts"] as String).utf8)))
  }

  /// The columns and their values, but for the number and the owner.
  func columns() throws -> [(name: String, value: (any DatabaseValueConvertible)?)] {
    let (purposeName, step, steps) = Self.purposeColumns(purpose)
    let (endingName, number, reason) = Self.endingColumns(ending)
    return [
      ("exercise", exercise), ("environment", environment), ("provider", provider),
      ("purpose", purposeName), ("install_step", step), ("install_steps", steps),
      ("title", title), ("name", name), ("pinned", isPinned), ("command_line", commandLine),
      ("working_directory", workingDirectory), ("options", try Self.json(options)),
      ("started_at", startedAt.timeIntervalSince1970), ("ending", endingName),
      ("ending_number", number), ("ending_reason", reason), ("was_stopped", wasStopped),
      ("seconds", seconds), ("cpu_seconds", cpuSeconds),
      ("peak_memory_bytes", peakMemoryBytes.map { Int64(clamping: $0) }), ("log", log),
      ("batch", batch), ("repetition", repetition), ("facts", try Self.json(facts)),
    ]
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func purpose(_ row: Row) -> RunPurpose {
    let name: String = row["purpose"]
    if name.hasPrefix(taskPrefix) { return .task(String(name.dropFirst(taskPrefix.count))) }
    return switch name {
    case "install":
      .install(step: row["install_step"] as Int? ?? 1, of: row["install_steps"] as Int? ?? 1)
    case "shell": .shell
    default: .workload
    }
  }

  /// Before a task's name.
  private static let taskPrefix = "task:"

  private static func purposeColumns(_ purpose: RunPurpose) -> (String, Int?, Int?) {
    switch purpose {
    case .install(let step, let steps): ("install", step, steps)
    case .shell: ("shell", nil, nil)
    case .workload: ("workload", nil, nil)
    case .task(let name): (taskPrefix + name, nil, nil)
    }
  }

  private static func ending(_ row: Row) -> Ending {
    let number: Int32? = row["ending_number"]
    return switch row["ending"] as String {
    case "alive": .alive
    case "exited": .exited(number ?? 0)
    case "signaled": .signaled(number ?? 0)
    case "failed": .failedToStart(row["ending_reason"] as String? ?? "")
    default: .unknown
    }
  }

  private static func endingColumns(_ ending: Ending) -> (String, Int32?, String?) {
    switch ending {
    case .alive: ("alive", nil, nil)
    case .exited(let code): ("exited", code, nil)
    case .signaled(let signal): ("signaled", signal, nil)
    case .failedToStart(let reason): ("failed", nil, reason)
    case .unknown: ("unknown", nil, nil)
    }
  }
}
