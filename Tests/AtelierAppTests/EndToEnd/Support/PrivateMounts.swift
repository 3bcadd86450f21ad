import Foundation
import TestSupport

/// Runs the program where a script has mounted what it likes, seen by nobody else.
enum PrivateMounts {
  /// Whether this user may make mount namespaces and mount in them.
  static var areAllowed: Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = flags + ["mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static var flags: [String] {
    getuid() == 0 ? ["--mount"] : ["--mount", "--map-root-user"]
  }

  /// - Parameter script: Shell that mounts and then runs `"$@"`, which is atelier.
  static func run(
    _ script: String, _ arguments: [String], in sandbox: Sandbox
  ) async throws -> CommandOutcome {
    try await sandbox.program(
      "/usr/bin/unshare",
      flags + ["sh", "-c", script, "sh", try BuiltProduct.path("atelier")] + arguments)
  }
}
