/// What a run of the command that gave no figures has said instead.
enum NvidiaSMIComplaint: Hashable, Sendable {
  /// This release does not know a field, and then answers nothing else.
  case unknownField(String)
  case problem(DriverProblem)

  /// Goes by the text first: the status of one problem differs between releases.
  /// - Parameter messages: The lines that were no rows.
  init(messages: [String], exitStatus: Int) {
    self =
      messages.lazy.compactMap(Self.unknownField).first.map { .unknownField($0) }
      ?? .problem(Self.problem(messages: messages, exitStatus: exitStatus))
  }

  /// The same as a problem, where no field can be left out.
  var problem: DriverProblem {
    switch self {
    case .problem(let problem): problem
    case .unknownField(let name):
      .commandFailed(exitStatus: 2, says: "it does not know the field \(name)")
    }
  }

  /// The name between the quotes of `Field "x" is not a valid field to query.`
  private static func unknownField(_ message: String) -> String? {
    guard message.hasPrefix("Field \""), message.contains("not a valid field") else { return nil }
    return message.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
      .map(String.init)
  }

  private static func problem(messages: [String], exitStatus: Int) -> DriverProblem {
    let text = messages.joined(separator: " ")
    let known: [(String, DriverProblem)] = [
      ("couldn't find libnvidia-ml", .libraryMissing(searched: ["libnvidia-ml.so.1"])),
      ("couldn't communicate with the NVIDIA driver", .driverNotLoaded),
      ("Driver Not Loaded", .driverNotLoaded),
      ("version mismatch", .versionMismatch),
      ("Insufficient Permissions", .noPermission),
      ("No devices were found", .noDevices),
      ("Unknown Error", .unknownError),
    ]
    if let match = known.first(where: { text.contains($0.0) }) { return match.1 }
    let says = text.count > 200 ? text.prefix(199) + "…" : text
    guard messages.isEmpty || exitStatus != 0 else {
      return .commandFailed(exitStatus: 0, says: says)
    }
    switch exitStatus {
    case 4: return .noPermission
    case 6: return .noDevices
    case 9: return .driverNotLoaded
    case 12: return .libraryMissing(searched: ["libnvidia-ml.so.1"])
    case 18: return .versionMismatch
    case 127: return .commandMissing
    default: return .commandFailed(exitStatus: exitStatus, says: says)
    }
  }
}
