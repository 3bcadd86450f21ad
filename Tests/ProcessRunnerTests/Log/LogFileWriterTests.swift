import Foundation
import ProcessRunner
import Synchronization
import TestSupport
import Testing

@Suite("The log of a run")
struct LogFileWriterTests {
  @Test("holds every byte, also those the screen cannot show")
  func complete() async throws {
    let folder = try TemporaryDirectory()
    var generator = SystemRandomNumberGenerator()
    let bytes = Data((0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    let input = folder.url.appending(path: "input")
    try bytes.write(to: input)
    let path = folder.path + "/run.log"
    let log = try LogFileWriter(path: path)
    let run = try await RunningTerminal(
      script: "stty raw -echo; exec cat \"$INPUT\"",
      environment: ["INPUT": input.path(percentEncoded: false)], observers: [log])
    #expect(try await run.exit().outcome == .exited(0))
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    #expect(log.bytesWritten == 1_000_000)
    #expect(log.failure == nil)
  }

  @Test("says once that the disk is full, and the run goes on")
  func diskFull() async throws {
    let told = Mutex<[LogFileFailure]>([])
    let log = try LogFileWriter(path: "/dev/full") { failure in
      told.withLock { $0.append(failure) }
    }
    let run = try await RunningTerminal(
      script: "for i in 1 2 3; do echo $i; sleep 0.02; done", observers: [log])
    #expect(try await run.exit().outcome == .exited(0))
    #expect(await run.screen() == "1\n2\n3")
    #expect(told.withLock { $0.map(\.reason) } == ["No space left on device"])
    #expect(log.failure?.bytesWritten == 0)
  }

  @Test("cannot be opened: says where and why")
  func noFolder() {
    #expect(
      throws: LogFileFailure(
        path: "/no/such/folder/run.log", reason: "No such file or directory", bytesWritten: 0)
    ) { try LogFileWriter(path: "/no/such/folder/run.log") }
  }
}
