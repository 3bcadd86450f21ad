import Foundation
import TerminalCore
import TestSupport
import Testing

/// A helper is compiled with the guard's own source and dies on a real terminal.
@Suite struct CrashTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let posix = here.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CPosix")

  private static func run(
    _ arguments: [String], on terminal: FileHandle = .nullDevice
  ) async throws -> (status: Int32, reason: Process.TerminationReason) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = terminal
    if terminal !== FileHandle.nullDevice { process.standardOutput = terminal }
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    return (process.terminationStatus, process.terminationReason)
  }

  private static func compile(into folder: TemporaryDirectory) async throws -> String {
    let helper = folder.url.appending(path: "crash").path
    let built = try await run([
      "clang", "-O0", "-pthread", "-o", helper, "-I", posix.appending(path: "include").path,
      posix.appending(path: "terminal_restore.c").path,
      here.appending(path: "Fixtures/crash.c").path,
    ])
    try #require(built.status == 0)
    return helper
  }

  @Test(arguments: [
    ("abort", SIGABRT), ("trap", SIGILL), ("overflow", SIGSEGV), ("segfault", SIGSEGV),
    ("sigfpe", SIGFPE), ("thread", SIGILL),
  ])
  func aCrashRestoresTheTerminalAndStaysACrash(way: String, signal: Int32) async throws {
    let folder = try TemporaryDirectory("crash")
    let helper = try await Self.compile(into: folder)
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let before = terminal.modes
    let end = try await Self.run(
      [helper, way], on: FileHandle(fileDescriptor: terminal.replica, closeOnDealloc: false))
    #expect(end.reason == .uncaughtSignal)
    #expect(end.status == signal)
    #expect(terminal.drain() == "ready[restored]")
    #expect(terminal.modes.c_lflag == before.c_lflag)
    #expect(terminal.modes.c_oflag == before.c_oflag)
  }

  @Test func nothingIsWrittenAfterTheTerminalWasReleased() async throws {
    let folder = try TemporaryDirectory("crash")
    let helper = try await Self.compile(into: folder)
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let before = terminal.modes
    let end = try await Self.run(
      [helper, "release"], on: FileHandle(fileDescriptor: terminal.replica, closeOnDealloc: false))
    #expect(end.status == SIGABRT)
    #expect(terminal.drain() == "ready")
    #expect(terminal.modes.c_lflag == before.c_lflag)
  }
}
