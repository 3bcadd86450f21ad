import Foundation
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct WorkspaceLockTests {
  @Test func theSecondLearnsWhoIsFirst() throws {
    let directory = try TemporaryDirectory()
    var first = held(in: directory)
    #expect(first != nil)
    guard case .taken(let holder) = WorkspaceLock.acquire(in: directory.url) else {
      Issue.record("Two have the workspace.")
      return
    }
    #expect(holder == ProcessInfo.processInfo.processIdentifier)
    withExtendedLifetime(first) {}
    first = nil
    #expect(held(in: directory) != nil)
  }

  @Test func aHolderThatIsKilledLetsGo() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: ".atelier/console.lock")
    let path = directory.path + ".atelier/console.lock"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "exec 9<>'\(path)'; flock 9; echo $$ >&9; exec sleep 600",
    ]
    try process.run()
    try await waitUntil("the other process has the workspace") {
      if case .taken(by: process.processIdentifier) = WorkspaceLock.acquire(in: directory.url) {
        return true
      }
      return false
    }
    kill(process.processIdentifier, SIGKILL)
    try await waitUntil("it is gone") { !process.isRunning }
    #expect(held(in: directory) != nil)
  }

  @Test func whereNothingCanBeLockedItSaysSo() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a file", to: ".atelier")
    guard case .unsupported(let problem) = WorkspaceLock.acquire(in: directory.url) else {
      Issue.record("A file is no folder.")
      return
    }
    #expect(problem.says.contains("console.lock cannot be locked"))
  }

  private func held(in directory: TemporaryDirectory) -> WorkspaceLock? {
    guard case .held(let lock) = WorkspaceLock.acquire(in: directory.url) else { return nil }
    return lock
  }
}
