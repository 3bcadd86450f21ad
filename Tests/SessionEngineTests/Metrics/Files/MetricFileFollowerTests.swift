import Foundation
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct MetricFileFollowerTests {
  private static let start = Date(timeIntervalSince1970: 1_800_000_000)

  private let directory: TemporaryDirectory
  private let folder: URL
  private let follower: MetricFileFollower

  init() throws {
    directory = try TemporaryDirectory()
    folder = directory.url
    follower = MetricFileFollower(
      folder: folder.path(percentEncoded: false),
      patterns: ["runs/**/events.out.tfevents.*", "logs/**/*.csv"], startedAt: Self.start)
  }

  private func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    // In place, as programs write: the file stays the same one.
    if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
      try Data().write(to: file)
    }
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  private func append(_ text: String, to path: String) throws {
    let handle = try FileHandle(forWritingTo: folder.appending(path: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private func values(_ seconds: Double = 100) async -> [Double] {
    await follower.read(seconds: seconds).points.map(\.value)
  }

  @Test func readsWhatHasBeenAppended() async throws {
    await follower.prepare()
    #expect(await follower.read(seconds: 1) == MetricFileReading())
    try write("step,loss\n1,0.5\n2,0.", to: "logs/a/metrics.csv")
    #expect(
      await follower.read(seconds: 2).points
        == [MetricPoint(series: "loss", step: 1, seconds: 2, value: 0.5)])
    #expect(await values().isEmpty)
    try append("25\n3,0.125\n", to: "logs/a/metrics.csv")
    #expect(await values() == [0.25, 0.125])
    #expect(await values().isEmpty)
  }

  @Test func tellsEventsByTheirOwnTimeAndKeepsTheSeriesOfFoldersApart() async throws {
    let bytes = try OutputFixture.file("tensorboardx.tfevents")
    try write(Array(bytes.prefix(bytes.count / 2)), to: "runs/a/events.out.tfevents.1")
    try write(bytes, to: "runs/a/validation/events.out.tfevents.1")
    let points = await follower.read(seconds: 3).points
    let first = points.filter { $0.series == "Loss/train" }
    #expect(first.map(\.seconds) == [0, 1, 2, 3, 3])
    #expect(points.filter { $0.series == "validation/Loss/train" }.count == 5)
  }

  @Test func passesOverWhatEarlierRunsHaveWritten() async throws {
    try write("step,loss\n1,9\n2,9\n", to: "logs/metrics.csv")
    try write("step,loss\n1,9\n", to: "logs/other.csv")
    await follower.prepare()
    #expect(await values().isEmpty)
    try append("3,0.5\n", to: "logs/metrics.csv")
    #expect(await values() == [0.5])
  }

  @Test func readsAFileThatIsWrittenAnew() async throws {
    try write("step,loss\n1,9\n2,9\n3,9\n", to: "logs/metrics.csv")
    await follower.prepare()
    try write("step,loss\n1,0.5\n", to: "logs/metrics.csv")
    #expect(await values() == [0.5])
    // As long as before and longer, but not the same.
    try write("step,loss\n1,0.7\n2,0.6\n", to: "logs/metrics.csv")
    #expect(await values() == [0.7, 0.6])
  }

  @Test func aColumnThatIsAddedRepeatsNoRow() async throws {
    try write("step,loss\n1,0.5\n2,0.4\n", to: "logs/metrics.csv")
    #expect(await values() == [0.5, 0.4])
    try write("step,loss,val_loss\n1,0.5,\n2,0.4,\n2,,0.3\n", to: "logs/metrics.csv")
    let points = await follower.read(seconds: 9).points
    #expect(points == [MetricPoint(series: "val_loss", step: 2, seconds: 9, value: 0.3)])
  }

  @Test func survivesADisappearanceAndAReplacement() async throws {
    try write("step,loss\n1,0.5\n", to: "logs/metrics.csv")
    #expect(await values() == [0.5])
    let file = folder.appending(path: "logs/metrics.csv")
    try FileManager.default.removeItem(at: file)
    #expect(await follower.read(seconds: 2) == MetricFileReading())
    try write("step,loss\n7,0.1\n8,0.2\n", to: "logs/metrics.csv")
    #expect(await values() == [0.1, 0.2])
  }

  @Test func tellsOfJunkOnce() async throws {
    try write([UInt8](repeating: 0xFE, count: 5000), to: "runs/events.out.tfevents.9")
    try write([0, 1, 2, 10, 0xFF, 10], to: "logs/junk.csv")
    let reading = await follower.read(seconds: 1)
    #expect(reading.points.isEmpty)
    #expect(reading.faults.count == 2)
    #expect(
      reading.faults.contains { $0.contains("runs/events.out.tfevents.9 is damaged at byte 0") })
    try append("1,2\n", to: "logs/junk.csv")
    #expect(await follower.read(seconds: 2) == MetricFileReading())
  }

  @Test func readsALargeFilePieceByPiece() async throws {
    var text = "step,loss,note\n"
    let note = String(repeating: "n", count: 1000)
    for step in 0..<5000 { text += "\(step),0.5,\(note)\n" }
    try write(text, to: "logs/metrics.csv")
    var steps = 0
    var calls = 0
    var isBehind = true
    while isBehind {
      let reading = await follower.read(seconds: 1)
      steps += reading.points.count
      isBehind = reading.isBehind
      calls += 1
    }
    #expect(steps == 5000)
    #expect(calls > 1)
  }

  @Test func followsNoLink() async throws {
    try write("step,loss\n1,0.5\n", to: "elsewhere/metrics.csv")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "logs"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "logs/metrics.csv"),
      withDestinationURL: folder.appending(path: "elsewhere/metrics.csv"))
    #expect(await values().isEmpty)
  }
}
