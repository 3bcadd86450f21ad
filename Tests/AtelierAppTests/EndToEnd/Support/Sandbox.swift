import Foundation
import TestSupport

/// A participant's machine in a temporary folder: a home, a state folder and a workspace of its own.
final class Sandbox: Sendable {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A workshop whose programs behave well or badly, and train nothing.
  static let programs = fixture("console-workshop")

  let directory: TemporaryDirectory
  let marked = MarkedProcesses()
  /// What every program of the test gets, and nothing else.
  let environment: [String: String]

  var home: String { directory.path + "home" }
  var workspace: String { directory.path + "workspace" }

  /// - Parameters:
  ///   - pixi: Makes a double of pixi, which comes first on PATH; without it no pixi is found.
  ///   - variables: Stand over the others; an empty text takes a variable away.
  init(
    pixi: (TemporaryDirectory) throws -> PixiDouble? = { _ in nil },
    variables: [String: String] = [:]
  ) throws {
    directory = try TemporaryDirectory("atelier-end-to-end")
    double = try pixi(directory)
    var environment = ProcessInfo.processInfo.environment.filter { name, _ in
      !Self.isPersonal(name)
    }
    let folders = [double?.folder].compactMap(\.self) + Self.pathWithoutPixi(environment["PATH"])
    environment["PATH"] = folders.joined(separator: ":")
    environment["HOME"] = directory.path + "home"
    environment["XDG_STATE_HOME"] = directory.path + "state"
    environment["ATELIER_WORKSPACE"] = directory.path + "workspace"
    // Swift's own crash report would ask for a key for half a minute.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["TERM"] = "xterm-256color"
    environment["LC_ALL"] = "C.UTF-8"
    environment.merge(marked.environment) { $1 }
    environment.merge(variables) { $1 }
    self.environment = environment.filter { !$0.value.isEmpty }
    try FileManager.default.createDirectory(
      atPath: directory.path + "home", withIntermediateDirectories: true)
  }

  private let double: PixiDouble?

  /// The double of pixi.
  func pixi() throws -> String {
    guard let double else { throw CocoaError(.fileNoSuchFile) }
    return double.executable
  }

  /// What pixi's double was asked, in the order the calls ended.
  func pixiCalls() throws -> [PixiDouble.Call] { try double?.calls() ?? [] }

  static func fixture(_ path: String) -> String {
    repository.appending(path: "Tests/Fixtures").appending(path: path).path(percentEncoded: false)
  }

  /// The text of a file of an exercise in the workspace.
  func file(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: workspace + "/" + path), encoding: .utf8)
  }

  /// Runs `atelier` without a terminal, to its end.
  func atelier(_ arguments: String...) async throws -> CommandOutcome {
    try await atelier(arguments)
  }

  func atelier(_ arguments: [String]) async throws -> CommandOutcome {
    try await program(try BuiltProduct.path("atelier"), arguments)
  }

  /// Runs a program as `atelier` is run, to its end.
  func program(_ path: String, _ arguments: [String]) async throws -> CommandOutcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = directory.url
    process.standardInput = FileHandle.nullDevice
    // Files never fill up as pipes do.
    let name = UUID().uuidString
    let output = try directory.write("", to: "output/\(name)")
    let errors = try directory.write("", to: "errors/\(name)")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    return CommandOutcome(
      status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// What speaks of the person who runs the tests, or of the terminal they run them in.
  private static func isPersonal(_ name: String) -> Bool {
    let prefixes = ["ATELIER_", "PIXI_", "CONDA_", "XDG_", "LC_", "PYTHON", "SWIFT_"]
    let names = ["NO_COLOR", "FORCE_COLOR", "COLORTERM", "LANG", "LANGUAGE", "VIRTUAL_ENV"]
    return prefixes.contains { name.hasPrefix($0) } || names.contains(name)
  }

  private static func pathWithoutPixi(_ path: String?) -> [String] {
    (path ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
      .filter { !FileManager.default.isExecutableFile(atPath: "\($0)/pixi") }
  }
}
