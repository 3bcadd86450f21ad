import Foundation
import Subprocess

/// Runs `nvidia-smi` once and captures what it says.
struct NvidiaSMICommand: Sendable {
  /// An absolute path.
  let path: String
  /// The child's whole environment.
  let environment: [String: String]
  let timeout: Duration

  /// Looks along the environment's PATH, then where WSL puts the command.
  static func find(in environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/lib/wsl/lib"]).map { "\($0)/nvidia-smi" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Asks for one round of figures.
  func query(_ fields: [NvidiaSMIField]) async -> NvidiaSMIAnswer {
    let names = fields.map(\.rawValue).joined(separator: ",")
    do {
      let (output, status) = try await run([
        "--query-gpu=\(names)", "--format=csv,noheader,nounits",
      ])
      return NvidiaSMIParser(fields: fields).parse(output: output, exitStatus: status)
    } catch is CancellationError {
      return .failed(.commandSilent(seconds: Int(timeout.components.seconds)))
    } catch {
      return .failed(.commandNotStarted("\(error)"))
    }
  }

  /// Both streams as one text, with the status a shell would report.
  /// - Throws: `CancellationError` on a time-out, or what kept the command from starting.
  private func run(_ arguments: [String]) async throws -> (output: String, status: Int) {
    try await withThrowingTaskGroup(of: (output: String, status: Int)?.self) { group in
      group.addTask { try await start(arguments) }
      group.addTask {
        try await Task.sleep(for: timeout)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else {
        throw CancellationError()
      }
      return result
    }
  }

  private func start(_ arguments: [String]) async throws -> (output: String, status: Int) {
    var options = PlatformOptions()
    // Its own session, so that the tear-down reaches whatever the command started.
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    variables["LC_ALL"] = "C"
    let result = try await Subprocess.run(
      .path(.init(path)), arguments: Arguments(arguments), environment: .custom(variables),
      platformOptions: options, output: .string(limit: 1 << 20), error: .combinedWithOutput)
    try Task.checkCancellation()
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return (result.standardOutput, status)
  }
}
