import Foundation

/// A line of `Fixtures/differences`: where and in how many cells a reference shows something else,
/// and why.
///
///     tmux features-80x24 attributes:1-1 styles 13 What was expected, and why it is not so.
struct KnownDifference {
  let reference: String
  let recording: String
  /// A mark's name, or `*` for every mark.
  let mark: String
  /// The first and last row; nil for the whole screen.
  let rows: ClosedRange<Int>?
  let aspect: String
  /// Cells that differ, over all marks that are meant.
  let count: Int
  let reason: String
  let line: String

  init?(_ line: Substring) {
    let words = line.split(separator: " ", maxSplits: 5)
    guard !line.hasPrefix("#"), words.count == 6, let count = Int(words[4]) else { return nil }
    (reference, recording) = (String(words[0]), String(words[1]))
    (aspect, reason) = (String(words[3]), String(words[5]))
    self.count = count
    self.line = String(line)
    let place = words[2].split(separator: ":")
    mark = String(place[0])
    let ends = place.dropFirst().first?.split(separator: "-").compactMap { Int($0) } ?? []
    rows = ends.count == 2 ? ends[0]...ends[1] : nil
  }

  func line(count: Int) -> String {
    var words = line.split(separator: " ", maxSplits: 5).map(String.init)
    words[4] = String(count)
    return words.joined(separator: " ")
  }

  func covers(_ difference: Difference, at name: String) -> Bool {
    aspect == difference.aspect.rawValue && (mark == "*" || mark == name)
      && (rows?.contains(difference.row) ?? true)
  }

  static func all(_ reference: Reference, _ recording: Recording) throws -> [KnownDifference] {
    let file = Recording.folder.appending(path: "differences")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .compactMap(KnownDifference.init)
      .filter { $0.reference == reference.rawValue && $0.recording == recording.name }
  }
}
