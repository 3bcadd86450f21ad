import Foundation
import Subprocess

/// Starts `nvidia-smi` and takes what it says, both of its streams as one.
struct NvidiaSMICommand: Sendable {
  enum Ending: Hashable, Sendable {
    /// With the status a shell would report.
    case exited(Int)
    /// For the system's own reason.
    case notStarted(String)
  }

  /// An absolute path.
  let path: String
  /// The child's whole environment.
  let environment: [String: String]
  let guarding: CommandGuarding

  /// Looks along the environment's PATH, then where WSL puts the command.
  static func find(in environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/lib/wsl/lib"]).map { "\($0)/nvidia-smi" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs to the end, or until the task is cancelled: then it and all it has started are ended.
  /// - Parameter take: Gets the output as it comes; no more is read while it works.
  func follow(
    _ arguments: [String], _ take: @Sendable ([UInt8]) async -> Void
  ) async -> Ending {
    // The guard in front would answer for a command that is not there.
    guard FileManager.default.isExecutableFile(atPath: path) else {
      return .notStarted("\(path) is not a program")
    }
    let (executable, words) = guarding(path, arguments)
    do {
      let result = try await Subprocess.run(
        .path(.init(executable)), arguments: Arguments(words), environment: variables,
        platformOptions: Self.options, input: .none, output: .sequence,
        error: .combinedWithOutput
      ) { execution in
        for try await buffer in execution.standardOutput {
          await take(buffer.withUnsafeBytes { Array($0) })
        }
      }
      switch result.terminationStatus {
      case .exited(let code): return .exited(Int(code))
      case .signaled(let signal): return .exited(128 + Int(signal))
      }
    } catch {
      return .notStarted("\(error)")
    }
  }

  private var variables: Environment {
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    variables["LC_ALL"] = "C"
    return .custom(variables)
  }

  private static var options: PlatformOptions {
    var options = PlatformOptions()
    // Its own session, so that the tear-down reaches whatever the command started.
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    return options
  }
}
