import TestSupport
import Testing

@testable import SessionEngine

@Suite struct OutputFuzzTests {
  private static let words = [
    "epoch=", "loss=", "{", "}", "\"loss\":", "'a': ", "0.5", "1e9", " 45%|", "██| ", "450/1000 [",
    "00:12<00:15, ", "36.2it/s", "]", "\r", "\n", "\u{08}", "\u{1B}[", "\u{1B}]", "31m", "\u{7}",
    "Epoch ", "1/2", "469/469 ", "━━", " - ", "loss: ", "Train Epoch: ", "Test set: ", ",", "\\",
    "Test set: Average loss: ", ", Accuracy: ", "/", " ", "[", "%", "|", "=", "\"", "'", "nan",
  ].map { Array($0.utf8) }

  @Test(arguments: 1...40)
  func neverTrapsAndReadsTheSameInPieces(seed: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    var bytes: [UInt8] = []
    for _ in 0..<3000 {
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &numbers))
      } else if let word = Self.words.randomElement(using: &numbers) {
        bytes += word
      }
    }
    let whole = try OutputFixture(bytes)
    let pieces = try OutputFixture(bytes, pieces: 5)
    #expect(whole.collector.takeNewPoints() == pieces.collector.takeNewPoints())
    #expect(whole.collector.recentOutput == pieces.collector.recentOutput)
  }

  @Test func everPassingNamesAndAnEndlessLineKeepToTheirRoom() throws {
    var names = ""
    for number in 0..<3000 { names += "epoch=1 loss_\(number)=1\n" }
    let run = try OutputFixture(names)
    #expect(run.metrics.seriesNames.count == SeriesName.most)
    #expect(run.metrics.last("loss_0") == 1)
    let endless = try OutputFixture([UInt8](repeating: 0x3D, count: 3_000_000), pieces: 65_536)
    #expect(endless.collector.recentOutput.utf8.count <= LineSplitter.longestLine)
  }
}
