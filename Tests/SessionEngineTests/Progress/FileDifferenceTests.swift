import Foundation
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct FileDifferenceTests {
  private func signs(_ own: String, _ solution: String) -> String {
    FileDifference.compare(FileDifference.lines(own), FileDifference.lines(solution)).map { line in
      switch line.kind {
      case .same: " " + line.text
      case .own: "-" + line.text
      case .solution: "+" + line.text
      }
    }.joined(separator: "\n")
  }

  @Test func whatBothHaveStandsOnce() {
    #expect(signs("a\nb\nc\n", "a\nx\nc\n") == " a\n-b\n+x\n c")
    #expect(signs("", "a\n") == "+a")
    #expect(signs("a", "") == "-a")
    #expect(signs("", "") == "")
    #expect(signs("a\nb\n", "b\na\n") == "-a\n b\n+a" || signs("a\nb\n", "b\na\n") == "+b\n a\n-b")
    #expect(signs("}\n}\n", "}\n\n}\n") == " }\n+\n }")
  }

  @Test func lineEndingsDoNotCount() {
    #expect(signs("a\r\nb", "a\nb\n") == " a\n b")
  }

  /// Each side can be read off the difference again, and its numbers count from 1.
  @Test(arguments: 0..<60) func bothSidesAreComplete(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func text() -> [Substring] {
      (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Substring("line \(Int.random(in: 0...(seed % 2 == 0 ? 5 : 80), using: &random))")
      }
    }
    let (own, solution) = (text(), text())
    let lines = FileDifference.compare(own, solution)
    let left = lines.filter { $0.kind != .solution }
    let right = lines.filter { $0.kind != .own }
    #expect(left.map(\.text) == own.map(String.init))
    #expect(right.map(\.text) == solution.map(String.init))
    #expect(left.map(\.ownNumber) == Array(1...(own.count + 1)).dropLast())
    #expect(right.map(\.solutionNumber) == Array(1...(solution.count + 1)).dropLast())
  }

  @Test func twoMegabytesAreCompared() {
    let own = (0..<60_000).map { "      - conda: package \($0 % 30_000) \($0 / 7)" }
    var solution = own
    for index in stride(from: 0, to: own.count, by: 977) { solution[index] = "another \(index)" }
    let lines = FileDifference.compare(own.map { $0[...] }, solution.map { $0[...] })
    #expect(lines.count { $0.kind == .own } == 62)
    #expect(lines.count { $0.kind == .solution } == 62)
    // Nothing in common, and only lines that are there many times.
    let left = (0..<60_000).map { "a\($0 % 3)"[...] }
    let right = (0..<60_000).map { "a\($0 % 2)"[...] }
    #expect(FileDifference.compare(left, right).count >= 60_000)
  }

  @Test func whatIsNoTextIsToldOf() throws {
    let directory = try TemporaryDirectory()
    let solution = try directory.write("a\n", to: "solution").path
    func difference(_ name: String) -> FileDifference {
      FileDifference(path: name, own: directory.path + name, solution: solution)
    }
    let missing = difference("missing")
    #expect(missing.comparison == .missing && !missing.isSame)
    #expect(missing.lines.map(\.text) == ["a"])
    try directory.write("a\0", to: "binary")
    #expect(difference("binary").comparison == .binary(isSame: false))
    try directory.write("", to: "folder/file")
    #expect(difference("folder").comparison == .unreadable("it is a folder"))
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "link", withDestinationPath: solution)
    #expect(difference("link").comparison == .unreadable("it is a link"))
    #expect(!difference("link").isSame && !difference("binary").isSame)
    try directory.write("a\n", to: "same")
    #expect(difference("same").isSame)
  }
}
