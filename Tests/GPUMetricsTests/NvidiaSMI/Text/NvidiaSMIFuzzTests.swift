import TestSupport
import Testing

@testable import GPUMetrics

/// Output that is cut, spoilt or no text at all: nothing traps, and no figure is invented.
///
/// The loops let others on between rounds, as tests that wait for programs share their threads.
@Suite struct NvidiaSMIFuzzTests {
  private let good = (1...2).map { second in
    (0..<4).map { NvidiaSMIText.row($0, second: second) }.joined()
      + NvidiaSMIText.fault(bus: "0000:05:00.0")
  }.joined()

  private func rounds(_ bytes: [UInt8], pieces: Int = 1) -> NvidiaSMIRounds {
    var rounds = NvidiaSMIRounds(NvidiaSMIQuery())
    let size = max(1, bytes.count / pieces)
    for start in stride(from: 0, to: bytes.count, by: size) {
      rounds.take(bytes[start..<min(bytes.count, start + size)], at: NvidiaSMIText.time)
    }
    rounds.finish()
    return rounds
  }

  /// Every figure is in its range.
  private func expectPossible(_ rounds: NvidiaSMIRounds) {
    for device in rounds.devices {
      #expect((0...1023).contains(device.index))
      for metric in GPUMetric.allCases {
        if let value = device[metric].value { #expect(metric.range.contains(value), "\(metric)") }
      }
      #expect((device.memoryUsedBytes ?? 0) <= (device.memoryTotalBytes ?? .max))
    }
    #expect(rounds.messages.count <= 8)
  }

  @Test func cutAtAnyByteOnlyWhatWasWholeIsTold() async throws {
    let whole = NvidiaSMIRounds.after(good + NvidiaSMIText.row(0, second: 3)).devices
    let rows = Dictionary(uniqueKeysWithValues: whole.map { ($0.index, $0) })
    let bytes = Array(good.utf8)
    for end in 0...bytes.count {
      await Task.yield()
      for device in rounds(Array(bytes[..<end])).devices where device.fault == nil {
        let expected = try #require(rows[device.index])
        for metric in GPUMetric.allCases where device[metric].value != nil {
          #expect(device[metric].value == expected[metric].value, "\(metric), cut at \(end)")
        }
        #expect(device.name == expected.name && device.uuid == expected.uuid)
      }
    }
  }

  /// A piece that is lost in the middle must not shift one row's cells into another's.
  @Test func aPieceLostInTheMiddleInventsNothing() async {
    var generator = SeededGenerator(seed: 3)
    let bytes = Array(good.utf8)
    let words = Set(good.split { ", \n".contains($0) }.map(String.init))
    for _ in 0..<3000 {
      await Task.yield()
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = Int.random(in: start...bytes.count, using: &generator)
      let text = Array(bytes[..<start] + bytes[end...])
      let result = rounds(text)
      expectPossible(result)
      // A whole row keeps its cells in their places; only the words at the seam can be new.
      let seams = Set(
        String(decoding: text, as: UTF8.self).split { ", \n".contains($0) }
          .map(String.init)
      ).subtracting(words)
      #expect(seams.count <= 2)
      for device in result.devices {
        guard let watts = device[.powerInstant].value, !seams.contains("\(watts)") else { continue }
        #expect(seams.count > 0 || watts == 80.02)
      }
    }
  }

  @Test(arguments: 1...4) func spoiltTextIsReadWithoutATrap(seed: UInt64) async {
    var mutator = Mutator(
      seed: seed,
      tokens: [
        "", "[N/A]", "-1", "4294967295", "18446744073709551615", "1e9", "GPU", "0x", "P99", "\"",
        "9999999999999999999999", "0.0.0", "[GPU is lost]", "Enabled", "2026/07/03 22:10:09",
      ])
    for _ in 0..<2500 {
      await Task.yield()
      let bytes = mutator.mutated(Array(good.utf8))
      expectPossible(rounds(bytes, pieces: 3))
      _ = NvidiaSMIPrograms(String(decoding: bytes, as: UTF8.self))
      _ = NvidiaSMIComplaint(
        messages: [String(decoding: bytes.prefix(300), as: UTF8.self)], exitStatus: 2)
    }
  }

  @Test func binaryIsNoDevice() async {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      await Task.yield()
      let bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(rounds(bytes, pieces: 7).devices.isEmpty)
    }
  }

  @Test func manyDevicesAndHugeLinesAreRead() {
    let huge = String(repeating: "9, ", count: 200_000) + "\n"
    let text = (0..<64).map { NvidiaSMIText.row($0) + huge }.joined()
    let result = rounds(Array(text.utf8), pieces: 100)
    #expect(result.devices.count == 64)
    #expect(result.devices.allSatisfy { $0[.power].value == 77.71 })
  }
}
