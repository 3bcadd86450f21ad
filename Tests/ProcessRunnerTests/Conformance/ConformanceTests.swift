import Foundation
import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("Recorded streams look as other terminals show them")
struct ConformanceTests {
  private func emulator(_ recording: Recording) -> Emulator {
    Emulator(size: recording.size, scrollbackLimit: 1000)
  }

  private func feed(_ bytes: ArraySlice<UInt8>, to emulator: Emulator) {
    bytes.withUnsafeBytes { emulator.feed($0) }
  }

  /// The screens at all marks, with the bytes given in pieces of so many at most.
  private func screens(of recording: Recording, piece: Int = .max) -> [TerminalSnapshot] {
    let emulator = emulator(recording)
    var start = 0
    return recording.marks.map { mark in
      while start < mark.offset {
        let end = piece < mark.offset - start ? start + piece : mark.offset
        feed(recording.bytes[start..<end], to: emulator)
        start = end
      }
      return emulator.snapshot(scrollOffset: 0)
    }
  }

  @Test(
    "cell for cell, but for the differences that are listed with their reasons",
    arguments: Recording.all, Reference.allCases)
  func looks(recording: Recording, reference: Reference) throws {
    let known = try KnownDifference.all(reference, recording)
    let judged = Judgement(try differences(of: recording, from: reference), known: known)
    #expect(judged.unlisted.isEmpty, "not listed:\n\(judged.unlisted.joined(separator: "\n"))")
    for (entry, count) in zip(known, judged.counts) {
      #expect(count == entry.count, "\(count) cells differ now, listed is: \(entry.line)")
    }
  }

  private func differences(
    of recording: Recording, from reference: Reference
  ) throws -> [(mark: String, difference: Difference)] {
    let expected = try reference.screens(of: recording)
    return screens(of: recording).enumerated().flatMap { index, snapshot in
      var screen = ScreenLook(snapshot)
      if reference == .pyte { screen.rows = screen.rows.map { $0.map(\.withoutPalette) } }
      return Difference.all(screen, expected[index]).map {
        (mark: recording.marks[index].name, difference: $0)
      }
    }
  }

  /// Keeps the reasons that are there; a reason that is missing fails the test of the list.
  @Test(
    "the list is written anew",
    .enabled(if: ProcessInfo.processInfo.environment["ATELIER_RECORD_DIFFERENCES"] != nil))
  func record() throws {
    var lines: [String] = []
    for reference in Reference.allCases {
      for recording in Recording.all {
        let known = try KnownDifference.all(reference, recording)
        let judged = Judgement(try differences(of: recording, from: reference), known: known)
        for (entry, count) in zip(known, judged.counts) where count > 0 {
          lines.append(entry.line(count: count))
        }
        lines += judged.unlisted.map { "\(reference.rawValue) \(recording.name) \($0)" }
      }
    }
    let file = Recording.folder.appending(path: "differences")
    let head = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .prefix { $0.hasPrefix("#") }.map(String.init)
    try ((head + lines).joined(separator: "\n") + "\n")
      .write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("the same however the bytes are cut", arguments: Recording.all)
  func cuts(recording: Recording) {
    let whole = screens(of: recording)
    for piece in [1, 2, 3, 5, 7, 61] {
      let cut = screens(of: recording, piece: piece)
      guard let first = cut.indices.first(where: { cut[$0] != whole[$0] }) else { continue }
      let differences = Difference.all(ScreenLook(cut[first]), ScreenLook(whole[first])).prefix(5)
      Issue.record("pieces of \(piece) bytes, \(recording.marks[first].name): \(differences)")
    }
    let atOnce = emulator(recording)
    feed(recording.bytes[...], to: atOnce)
    #expect(atOnce.snapshot(scrollOffset: 0) == whole.last)
  }

  @Test("every listed difference belongs to a recording and has a reason")
  func list() throws {
    let text = try String(
      contentsOf: Recording.folder.appending(path: "differences"), encoding: .utf8)
    let names = Set(Recording.all.map(\.name))
    #expect(names.count > 20)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let entry = try #require(KnownDifference(line), "not read: \(line)")
      #expect(names.contains(entry.recording), "\(line)")
      #expect(entry.reason.hasSuffix("."), "\(line)")
    }
  }
}
