import Foundation
import Glibc
import TerminalCore
import TestSupport
import Testing

@testable import AtelierApp

@Suite @MainActor struct ConsoleRuntimeTests {
  private func opened(script: String = "true") async throws -> RunningConsole {
    let console = try RunningConsole(script: script)
    try await console.waitFor("Part One")
    console.press(KeyPress(.enter))
    try await console.waitFor("Read me first.")
    try await console.waitFor("train.py")
    return console
  }

  @Test func keysGoInAndFramesComeOut() async throws {
    let console = try await opened()
    #expect(console.source.isRunning)
    console.press(.control("n"))
    try await console.waitFor("print(1)")
    console.type("# mine ")
    try await console.waitFor("# mine print(1)")
    console.press(.control("s"))
    try await waitUntil("the file is written") { try console.room.text == "# mine print(1)\n" }
    try await console.waitFor("Saved exercise-1/train.py.")
    console.press(.control("q"))
    #expect(await console.ending() == .quit)
    #expect(console.backend.isRestored)
    #expect(!console.source.isRunning)
  }

  @Test func aRunIsShownAndQuittingEndsIt() async throws {
    let console = try await opened(
      script: "echo $$ > pid; printf 'hello %s\\n' there; while :; do sleep 60; done")
    console.press(.character("r"))
    try await console.waitFor("/bin/sh -c")
    console.press(KeyPress(.enter))
    try await console.waitFor("hello there")
    let file = console.room.file.deletingLastPathComponent().appending(path: "pid")
    let text = try String(contentsOf: file, encoding: .utf8)
    let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(process, 0) == 0)
    console.press(.character("q"), .character("y"))
    #expect(await console.ending() == .quit)
    #expect(kill(process, 0) != 0)
    #expect(console.backend.isRestored)
  }

  @Test func aShellHearsWhatIsTyped() async throws {
    let console = try await opened()
    console.press(.character("s"))
    try await console.waitFor("Ctrl-Q")
    console.type("ahoy")
    try await console.waitFor("ahoy")
    console.press(KeyPress(.enter))
    try await console.waitFor("heard ahoy")
    console.end(.signal(SIGTERM))
    #expect(await console.ending() == .signal(SIGTERM))
  }

  @Test func aLostTerminalLosesNoText() async throws {
    let console = try await opened()
    console.press(.control("n"))
    try await console.waitFor("print(1)")
    console.type("unsaved ")
    try await console.waitFor("unsaved print(1)")
    console.end(.hangUp)
    #expect(await console.ending() == .hangUp)
    #expect(try console.room.text == "print(1)\n")
    let recovery = RecoveryStore(folder: console.room.directory.path + "/recovery")
    #expect(recovery.list().map(\.text) == ["unsaved print(1)\n"])
  }

  @Test func aFrameHasTheSizeOfTheTerminal() async throws {
    let console = try await opened()
    console.resize(Size(columns: 80, rows: 24))
    try await waitUntil("the frame is smaller") {
      console.backend.frame.size == Size(columns: 80, rows: 24)
    }
    console.resize(Size(columns: 20, rows: 5))
    try await console.waitFor("20×5")
    console.press(.character("q"))
    #expect(await console.ending() == .quit)
  }
}
