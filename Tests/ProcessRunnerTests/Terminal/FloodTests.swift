import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("A program that writes faster than it is read")
struct FloodTests {
  /// About 3 MB: far more than any buffer on its way.
  private static let count = 400_000
  private static let numbers = "seq 1 \(count)"

  @Test("is kept to the byte and in order, whatever comes between", .timeLimit(.minutes(5)))
  func complete() async throws {
    let folder = try TemporaryDirectory("atelier-flood")
    let path = folder.url.appending(path: "run.log").path(percentEncoded: false)
    let log = try LogFileWriter(path: path)
    let running = try await RunningTerminal(
      script: "\(Self.numbers); sleep 0.1; printf 'a pause\\n'; \(Self.numbers)",
      observers: [log], scrollbackLimit: 100)
    _ = try await running.exit()

    let half = (1...Self.count).map { "\($0)\r\n" }.joined()
    let expected = Data((half + "a pause\r\n" + half).utf8)
    #expect(try Data(contentsOf: URL(filePath: path)) == expected)
    #expect(await running.screen().contains("\(Self.count)"))
  }

  @Test("still gets keys", .timeLimit(.minutes(5)))
  func keys() async throws {
    let running = try await RunningTerminal(
      script: "stty -echo; yes flooding & read line; kill $!; printf '\\ngot <%s>\\n' \"$line\"")
    try await running.waitForScreen(containing: "flooding")
    for character in "stop" { await running.terminal.send(.character(character)) }
    await running.terminal.send(KeyPress(.enter))
    _ = try await running.exit()
    #expect(await running.screen().contains("got <stop>"))
  }
}
