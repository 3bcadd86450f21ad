import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct GPURecordingTests {
  private static func device(_ index: Int, celsius: Int, at time: Double) -> GPUDevice {
    var device = GPUDevice(index: index)
    device.name = "H \"100\", a"
    device.time = time
    device[.temperature] = .known(Double(celsius), of: .temperature, at: time)
    device[.power] = .absent(.unsupported, at: time)
    device.processes = [GPUProcess(pid: 7, kinds: [.compute], memoryBytes: 1 << 30)]
    return device
  }

  private let rounds = (0..<4).map { number in
    let time = 1_700_000_000 + Double(number)
    return GPUReport(
      source: .nvml, driver: "580.1", cuda: "13.0",
      devices: [device(0, celsius: 50 + number, at: time), device(1, celsius: 40, at: time)],
      time: time)
  }

  private func file(_ rounds: [GPUReport]) throws -> (TemporaryDirectory, String) {
    let folder = try TemporaryDirectory()
    let path = folder.path + "room.jsonl"
    let writer = try GPURecordingWriter(path: path, program: "test")
    for round in rounds { try writer.write(round) }
    return (folder, path)
  }

  private func bytes() throws -> Data {
    let (folder, path) = try file(rounds)
    return try withExtendedLifetime(folder) { try Data(contentsOf: URL(filePath: path)) }
  }

  private func fault(_ data: Data) -> GPURecordingFault? {
    do throws(GPURecordingFault) {
      _ = try GPURecording(data, name: "room", path: "room.jsonl")
      return nil
    } catch {
      return error
    }
  }

  @Test func givesBackWhatWasRecordedAndSaysThatItIsAReplay() throws {
    let (folder, path) = try file(rounds)
    let recording = try withExtendedLifetime(folder) { try GPURecording(contentsOf: path) }
    #expect(recording.notes.isEmpty)
    #expect(recording.seconds == 3)
    #expect(recording.rounds.allSatisfy { $0.origin == .replay(of: "room") })
    let live = recording.rounds.map { round in
      var round = round
      round.origin = .live
      return round
    }
    #expect(live == rounds)
  }

  @Test func whatWasMadeUpStaysMadeUp() throws {
    let made = rounds.map { round in
      var round = round
      round.origin = .simulated("a program")
      return round
    }
    let (folder, path) = try file(made)
    let recording = try withExtendedLifetime(folder) { try GPURecording(contentsOf: path) }
    #expect(recording.rounds[0].origin.label == "replay of room (simulated)")
  }

  @Test func replacesNoFile() throws {
    let (folder, path) = try file(rounds)
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: GPURecordingFault.self) { try GPURecordingWriter(path: path, program: nil) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    _ = folder
  }

  @Test func aRecordingCutAnywhereGivesItsWholeRounds() throws {
    let data = try bytes()
    let newline = UInt8(ascii: "\n")
    for length in 0..<data.count {
      // A line may be whole without its end.
      let whole = data[...length].count { $0 == newline }
      guard let recording = try? GPURecording(data.prefix(length), name: "r", path: "r") else {
        #expect(whole < 2)
        continue
      }
      #expect(recording.rounds.count == whole - 1)
      let isCut = data[length - 1] != newline && data[length] != newline
      #expect(recording.notes.isEmpty != isCut, "cut at \(length)")
    }
  }

  @Test func namesTheLinesItLeavesOut() throws {
    var lines = String(decoding: try bytes(), as: UTF8.self).split(separator: "\n").map(String.init)
    lines[2] = "\u{0}\u{7}binary"
    lines[3] = lines[1]
    let data = Data((lines.joined(separator: "\n") + "\n").utf8)
    let recording = try GPURecording(data, name: "r", path: "r")
    #expect(recording.rounds.count == 2)
    #expect(recording.notes == ["Lines 3, 4 cannot be read and are left out."])
  }

  @Test func saysWhatIsNoRecording() throws {
    let newer = #"{"format":"atelier-gpu-recording","version":2,"recorded":1,"origin":"live"}"#
    #expect(fault(Data())?.says.contains("line 1 is not the header") == true)
    #expect(fault(Data([0xFF, 0xFE, 0, 10]))?.says.contains("line 1") == true)
    #expect(fault(Data(newer.utf8))?.says.contains("format 2") == true)
    let header = try #require(try bytes().split(separator: UInt8(ascii: "\n")).first)
    #expect(fault(Data(header))?.says.contains("holds no round") == true)
    #expect(throws: GPURecordingFault.self) { try GPURecording(contentsOf: "/nonexistent") }
    #expect(throws: GPURecordingFault.self) { try GPURecording(contentsOf: "/dev/zero") }
  }

  @Test func noSpoiltFileTraps() throws {
    let data = [UInt8](try bytes())
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      var spoilt = data
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        spoilt[Int.random(in: 0..<spoilt.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      let recording = try? GPURecording(Data(spoilt), name: "r", path: "r")
      for round in recording?.rounds ?? [] {
        #expect(round.origin != .live)
        #expect(round.devices.allSatisfy { (0...1023).contains($0.index) })
      }
    }
  }

  // MARK: Playing

  @Test(arguments: [1.0, 4.0])
  func playsAtItsPaceAndSaysWhenItIsOver(speed: Double) async throws {
    let (folder, path) = try file(rounds)
    let recording = try withExtendedLifetime(folder) { try GPURecording(contentsOf: path) }
    let time = TestTime()
    let source = RecordedSource(
      recording, speed: speed,
      clock: SamplingClock(now: { time.elapsed }, sleep: { time.pass(seconds: $0 / .seconds(1)) }),
      now: { 5_000 })
    for number in 0..<4 {
      let report = await source.sample()
      #expect(report.devices[0].temperatureCelsius == 50 + number)
      #expect(report.origin == .replay(of: "room"))
      #expect(report.reason == nil)
      #expect(abs(report.time - (5_000 + Double(number) / speed)) < 0.01)
    }
    #expect(abs(time.elapsed / .seconds(1) - 3 / speed) < 0.01)
    let last = await source.sample()
    #expect(last.devices[0][.temperature].state == .stale)
    #expect(last.reason == "The recording is over; these are its last figures.")
  }

  // MARK: Other forms

  @Test func aReplayIsLabelledInEveryForm() throws {
    let recording = try GPURecording(try bytes(), name: "room", path: "room.jsonl")
    let round = recording.rounds[0]
    #expect(round.table().contains("replay of room"))
    #expect(try round.json().contains(#""origin_name" : "room""#))
    #expect(round.csvRows.allSatisfy { $0.contains(",replay of room,") })
    let samples = round.prometheus().split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(samples.allSatisfy { $0.contains(#"origin="replay of room""#) })
  }

  @Test func quotesWhatTheFormsNeedQuoted() {
    let row = rounds[0].csvRows[0]
    #expect(row.contains(#","H ""100"", a","#))
    #expect(rounds[0].prometheus().contains(#"name="H \"100\", a""#))
    let header = GPUReport.csvHeader.split(separator: ",", omittingEmptySubsequences: false)
    let plain = rounds[0].csvRows[0].replacing(#""H ""100"", a""#, with: "name")
      .split(separator: ",", omittingEmptySubsequences: false)
    #expect(plain.count == header.count)
    let column = header.firstIndex { $0 == GPUMetric.power.rawValue }
    #expect(column.map { plain[$0].isEmpty } == true)
    #expect(!rounds[0].prometheus().contains("\(GPUMetric.power.prometheusName){"))
  }
}
