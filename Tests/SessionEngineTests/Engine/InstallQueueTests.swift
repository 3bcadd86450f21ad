import Synchronization
import TestSupport
import Testing

@testable import SessionEngine

@Suite(.timeLimit(.minutes(10))) struct InstallQueueTests {
  private final class Diary: Sendable {
    private let list = Mutex<[String]>([])
    var words: [String] { list.withLock { $0 } }
    func note(_ word: String) { list.withLock { $0.append(word) } }
  }

  @Test func whoIsCancelledWhileWaitingLetsTheNextOneIn() async throws {
    let queue = InstallQueue()
    let diary = Diary()
    let (gate, opener) = AsyncStream.makeStream(of: Void.self)
    let first = Task {
      try await queue.withTurn {
        diary.note("first in")
        for await _ in gate { break }
        diary.note("first out")
      }
    }
    try await waitUntil("the first has its turn") { diary.words == ["first in"] }
    let second = Task { try await queue.withTurn { diary.note("second") } }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    let third = Task { try await queue.withTurn { diary.note("third") } }
    opener.yield()
    try await first.value
    try await third.value
    #expect(diary.words == ["first in", "first out", "third"])
  }

  @Test func workThatThrowsPassesTheTurnOn() async throws {
    struct Fault: Error {}
    let queue = InstallQueue()
    await #expect(throws: Fault.self) { try await queue.withTurn { throw Fault() } }
    let diary = Diary()
    try await queue.withTurn { diary.note("next") }
    #expect(diary.words == ["next"])
  }
}
