import Foundation
import TerminalCore
import TestSupport
import Testing

/// Not one of the serial tests: a build without optimization reads slowly, and they need not wait.
@Suite(.timeLimit(.minutes(10))) struct FloodTests {
  @Test func aHundredMegabytesWithoutANewlineStopNothing() async throws {
    let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
    let console = try await ConsoleUnderTest(
      in: sandbox, arguments: ["--start", "now", "--exercises", Sandbox.programs])
    try await console.open(.flood)
    try await console.run(agreeingTo: "-e plain")
    try await console.waitForText("0123456789abcdef")
    // Keys are answered in the middle of it.
    await console.press(.character("?"))
    try await console.waitForText("Scroll up a line.")
    await console.press(.escape)
    try await console.waitForNoText("Scroll up a line.")
    try await console.waitForText("the flood is over", timeout: .seconds(400))
    let memory = try residentBytes(of: try await console.process())
    #expect(memory < 200 << 20, "\(memory >> 20) MiB")
    // Before that the console would ask whether to quit.
    try await console.waitForText("has finished")
    await console.press(.character("q"))
    #expect(try await console.exitStatus() == 0)
    try await console.close()
  }

  /// The most memory the process has had resident.
  private func residentBytes(of process: pid_t) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(separator: " ")[1])) * 1024
  }
}
