import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct BlockingCrewTests {
  private final class Notes: Sendable {
    private let words = Mutex<[String]>([])

    var all: [String] { words.withLock(\.self) }
    func add(_ word: String) { words.withLock { $0.append(word) } }
  }

  @Test func anExecutorsWorkIsDoneInOrderAndOneAfterAnother() async throws {
    let crew = BlockingCrew(label: "test")
    let executors = (0..<4).map { _ in BlockingExecutor(crew) }
    let notes = executors.map { _ in Notes() }
    for number in 0..<100 {
      for (executor, notes) in zip(executors, notes) {
        executor.perform {
          notes.add("begins \(number)")
          notes.add("ends \(number)")
        }
      }
      if number % 10 == 0 { crew.widen() }
    }
    let expected = (0..<100).flatMap { ["begins \($0)", "ends \($0)"] }
    try await waitUntil("all is done") { notes.allSatisfy { $0.all.count == 200 } }
    for notes in notes { #expect(notes.all == expected) }
  }

  @Test func whatWaitsBehindWorkThatHangsGetsAThreadOfItsOwn() async throws {
    let crew = BlockingCrew(label: "test")
    let (hanging, waiting) = (BlockingExecutor(crew), BlockingExecutor(crew))
    let (notes, gate) = (Notes(), DispatchSemaphore(value: 0))
    hanging.perform {
      notes.add("hangs")
      gate.wait()
      notes.add("goes on")
    }
    hanging.perform { notes.add("after it") }
    waiting.perform { notes.add("the other") }
    try await waitUntil("it hangs") { notes.all == ["hangs"] }
    // However short a time ago: who widens has waited long enough.
    crew.widen()
    try await waitUntil("the other is done", timeout: .seconds(30)) { notes.all.count == 2 }
    #expect(notes.all == ["hangs", "the other"])
    // What comes later does not wait for the one that hangs, either.
    waiting.perform { notes.add("the other again") }
    try await waitUntil("it is done") { notes.all.last == "the other again" }
    gate.signal()
    try await waitUntil("the rest is done, in its order") {
      notes.all == ["hangs", "the other", "the other again", "goes on", "after it"]
    }
  }
}
