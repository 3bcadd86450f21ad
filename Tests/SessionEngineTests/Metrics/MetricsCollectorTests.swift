import Synchronization
import Testing

@testable import SessionEngine

@Suite struct MetricsCollectorTests {
  private func feed(_ collector: MetricsCollector, _ text: String) {
    Array(text.utf8).withUnsafeBytes { collector.received($0) }
  }

  @Test func handsOverEveryPointOnceAndTheLastAtTheEnd() {
    let clock = Mutex(1.0)
    let collector = MetricsCollector(clock: { clock.withLock { $0 } }, changed: {})
    feed(collector, "step=1 loss=0.5\nstep=2 loss")
    #expect(
      collector.takeNewPoints() == [MetricPoint(series: "loss", step: 1, seconds: 1, value: 0.5)])
    clock.withLock { $0 = 2.5 }
    feed(collector, "=0.25")
    #expect(collector.takeNewPoints().isEmpty)
    collector.finished()
    #expect(
      collector.takeNewPoints() == [MetricPoint(series: "loss", step: 2, seconds: 2.5, value: 0.25)]
    )
    #expect(collector.waitingPoints == 0)
  }

  @Test func handsOverAFloodPieceByPieceInItsOrder() {
    let collector = MetricsCollector(clock: { 0 }, changed: {})
    for step in 0..<20_000 { feed(collector, "step=\(step) loss=\(step)\n") }
    var steps: [Int] = []
    while collector.waitingPoints > 0 {
      let points = collector.takeNewPoints(about: 1)
      #expect(!points.isEmpty && points.count <= 8192)
      steps += points.compactMap(\.step)
    }
    #expect(steps == Array(0..<20_000))
    #expect(collector.lostPoints == 0)
  }

  @Test func keepsNoPointsThatNobodyTakes() {
    let collector = MetricsCollector(changed: {})
    feed(collector, "step=1 loss=0.5\n")
    #expect(collector.waitingPoints == 0)
    #expect(collector.metrics.loss == 0.5)
  }

  @Test func keepsTheLastTwoHundredLinesWithoutTheirEscapes() {
    let collector = MetricsCollector(changed: {})
    for line in 1...1234 { feed(collector, "\u{1B}[1mline\u{1B}[0m \(line)\r\n") }
    feed(collector, "10 %\r20 %\r")
    let lines = collector.recentOutput.split(separator: "\n")
    #expect(lines.count == 200)
    #expect(lines.first == "line 1035")
    #expect(lines.last == "line 1234")
    collector.finished()
    #expect(collector.recentOutput.hasSuffix("\n20 %"))
  }

  @Test func tellsOfChangesAndWholeLines() {
    let changes = Mutex(0)
    let lines = Mutex<[String]>([])
    let collector = MetricsCollector(
      changed: { changes.withLock { $0 += 1 } },
      lineRead: { line in lines.withLock { $0.append(line) } })
    feed(collector, "hello\n")
    #expect(changes.withLock { $0 } == 0)
    feed(collector, "step=1 loss=1\nstep=2 loss=2\n5 %\rbye\n")
    #expect(changes.withLock { $0 } == 1)
    #expect(lines.withLock { $0 } == ["hello", "step=1 loss=1", "step=2 loss=2", "bye"])
  }

  @Test func takesPointsOfFilesLikePrintedOnes() {
    let collector = MetricsCollector(clock: { 9 }, changed: {})
    let points = [
      MetricPoint(series: "Loss/train", step: 3, seconds: 1, value: 0.5),
      MetricPoint(series: "loss", step: 4, epoch: 0.5, seconds: 2, value: 0.25),
    ]
    collector.add(points)
    #expect(collector.takeNewPoints() == points)
    #expect(collector.metrics.seriesNames == ["Loss/train", "loss"])
    #expect(collector.metrics.loss == 0.25)
    #expect(collector.metrics.losses.map(\.progress) == [0.5])
  }
}
