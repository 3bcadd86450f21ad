import Foundation
import ProcessRunner
import Synchronization
import TerminalCore
import TestSupport
import Testing

/// A pseudo-terminal whose events are collected, so that a test can wait for what it expects.
final class RunningTerminal: Sendable {
  let terminal: PseudoTerminal
  private let collected = EventLog()

  var events: [PseudoTerminalEvent] { collected.events }

  /// Starts a program; by default in the temporary folder, with this process's PATH.
  init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: String = "/tmp", size: Size = Size(columns: 40, rows: 6),
    observers: [any OutputObserver] = [], scrollbackLimit: Int = 50_000
  ) async throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = ["PATH": path, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    terminal = try PseudoTerminal(
      specification: ProcessSpecification(
        executable: executable, arguments: arguments,
        environment: ChildEnvironment.make(from: variables),
        workingDirectory: workingDirectory, size: size),
      supervisor: SupervisorLauncher(executablePath: try BuiltProduct.path("atelier")),
      observers: observers, scrollbackLimit: scrollbackLimit)
    Task { [events = terminal.events, collected] in
      for await event in events { collected.append(event) }
    }
    try await terminal.start()
  }

  /// Runs a POSIX shell script.
  convenience init(
    script: String, environment: [String: String] = [:],
    size: Size = Size(columns: 40, rows: 6), observers: [any OutputObserver] = [],
    scrollbackLimit: Int = 50_000
  ) async throws {
    try await self.init(
      "sh", ["-c", script], environment: environment, size: size, observers: observers,
      scrollbackLimit: scrollbackLimit)
  }

  /// Waits until the program runs and returns its process number.
  @discardableResult
  func started() async throws -> Int32 {
    var identifier: Int32?
    try await waitUntil("the program runs", detail: screen) {
      for case .started(let number) in self.events { identifier = number }
      return identifier != nil
    }
    return try #require(identifier)
  }

  /// Waits for the end and returns how it came.
  func exit() async throws -> ExitReport {
    var report: ExitReport?
    try await waitUntil("the program has ended", detail: screen) {
      for case .exited(let last) in self.events { report = last }
      return report != nil
    }
    return try #require(report)
  }

  /// The visible text, without blanks at the ends of lines and without empty lines at the end.
  func screen() async -> String {
    var lines = await terminal.snapshot().buffer.text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  func waitForScreen(containing text: String) async throws {
    try await waitUntil("the screen shows ‘\(text)’", detail: screen) {
      await self.screen().contains(text)
    }
  }
}

/// Events in the order they came.
private final class EventLog: Sendable {
  private let list = Mutex<[PseudoTerminalEvent]>([])
  var events: [PseudoTerminalEvent] { list.withLock { $0 } }
  func append(_ event: PseudoTerminalEvent) { list.withLock { $0.append(event) } }
}
