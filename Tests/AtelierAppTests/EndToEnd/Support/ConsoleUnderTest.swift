import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

/// The real console in a real pseudo-terminal, under a shell that outlives it.
final class ConsoleUnderTest: Sendable {
  let terminal: PseudoTerminal
  let output = RecordedOutput()
  /// Kept, as its folder goes when it goes.
  private let sandbox: Sandbox
  private let notes: String

  /// Notes the terminal's modes, the console's process number and its exit status in files.
  private static let script = """
    ulimit -c 0; notes=$1; shift
    stty -g >"$notes/modes-before"
    sh -c 'echo $$ >"$0/process"; exec "$@"' "$notes" "$@"
    echo $? >"$notes/status-unfinished"
    stty -g >"$notes/modes-after"
    mv "$notes/status-unfinished" "$notes/status"
    read end
    """

  /// Opens the console and waits for its first frame.
  init(
    in sandbox: Sandbox, size: Size = Size(columns: 120, rows: 40), arguments: [String] = [],
    variables: [String: String] = [:]
  ) async throws {
    self.sandbox = sandbox
    notes = sandbox.directory.path + "console-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: notes, withIntermediateDirectories: true)
    let atelier = try BuiltProduct.path("atelier")
    terminal = try PseudoTerminal(
      specification: ProcessSpecification(
        executable: "/bin/sh",
        arguments: ["-c", Self.script, "sh", notes, atelier] + arguments,
        environment: ChildEnvironment.make(
          from: sandbox.environment.merging(variables) { $1 }),
        workingDirectory: sandbox.directory.path, size: size),
      supervisor: SupervisorLauncher(executablePath: atelier), observers: [output])
    try await terminal.start()
    try await wait("the console has drawn its first frame") { await self.isOnAlternateScreen }
  }

  var isOnAlternateScreen: Bool {
    get async { await terminal.snapshot().isAlternateScreen }
  }

  func press(_ keys: KeyPress...) async {
    for key in keys { await terminal.send(key) }
  }

  func press(_ key: Key, times count: Int = 1) async {
    for _ in 0..<count { await terminal.send(KeyPress(key)) }
  }

  /// Types a text as the keyboard sends it.
  func type(_ text: String) async {
    await terminal.write(Array(text.utf8))
  }

  /// The rows without blanks at their ends.
  func rows() async -> [String] {
    await terminal.snapshot().buffer.text
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  func screen() async -> String { await rows().joined(separator: "\n") }

  func wait(
    _ condition: String, timeout: Duration = .seconds(30), _ isMet: () async throws -> Bool
  ) async throws {
    try await waitUntil(
      condition, timeout: timeout, detail: { "The screen:\n\(await self.screen())" }, isMet)
  }

  func waitForText(_ texts: String..., timeout: Duration = .seconds(30)) async throws {
    for text in texts {
      try await wait("the screen shows ‘\(text)’", timeout: timeout) {
        await self.screen().contains(text)
      }
    }
  }

  func waitForNoText(_ text: String) async throws {
    try await wait("the screen no longer shows ‘\(text)’") {
      await !self.screen().contains(text)
    }
  }

  /// The console's own process number.
  func process() async throws -> pid_t {
    try await wait("the console's process is known") { note("process") != nil }
    return try #require(note("process").flatMap(pid_t.init))
  }

  func send(signal number: Int32) async throws {
    #expect(kill(try await process(), number) == 0)
  }

  /// Waits for the end; what a shell says its exit status is.
  @discardableResult
  func exitStatus() async throws -> Int32 {
    try await wait("the console has ended") { note("status") != nil }
    return try #require(note("status").flatMap(Int32.init))
  }

  /// Ends the console if it is there, and the shell above it.
  func close() async throws {
    await terminal.stop(grace: .seconds(5))
    for await event in terminal.events {
      if case .exited = event { return }
    }
  }

  /// Waits until the terminal is as it was before the console opened.
  func expectRestoredTerminal(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    // The last bytes may still be on their way when the exit status is known.
    try await wait("the screen is the shell's, with a cursor") {
      let snapshot = await self.terminal.snapshot()
      return !snapshot.isAlternateScreen && snapshot.cursor != nil
    }
    let before = try #require(note("modes-before"), sourceLocation: sourceLocation)
    #expect(note("modes-after") == before, sourceLocation: sourceLocation)
  }

  private func note(_ name: String) -> String? {
    let data = FileManager.default.contents(atPath: notes + "/" + name)
    let text = data.map { String(decoding: $0, as: UTF8.self) }
    guard let text, text.hasSuffix("\n") else { return nil }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
