import Testing

@testable import SessionEngine

@Suite struct RecorderOutboxTests {
  @Test func whatCameDuringAWriteThatFailedStaysBehindIt() {
    var outbox = RecorderOutbox(capacity: 10)
    let run = DatabaseFixture.run().numbered(RunID(1))
    var ended = run
    ended.ending = .exited(0)
    outbox.update(run)
    outbox.add(DatabaseFixture.points(4), of: run.id)
    let batch = outbox.take()
    outbox.update(ended)
    outbox.add(DatabaseFixture.points(8, from: 4), of: run.id)
    #expect(outbox.pointCount == 10)
    outbox.putBack(batch)
    #expect(outbox.pointCount == 10)
    let again = outbox.take()
    #expect(again.points[run.id]?.map(\.value) == (0..<10).map(Double.init))
    #expect(again.runs[run.id]?.ending == .exited(0))
    #expect(outbox.takeMissing().map(\.count) == [2])
  }
}
