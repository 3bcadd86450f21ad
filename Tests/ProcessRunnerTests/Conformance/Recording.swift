import Foundation
import TerminalCore
import Testing

/// What a program wrote to its terminal, with marks at which references were looked at.
struct Recording: Sendable, CustomTestStringConvertible {
  struct Mark: Sendable {
    let offset: Int
    let name: String
  }

  let name: String
  let size: Size
  let bytes: [UInt8]
  let marks: [Mark]

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let all: [Recording] = {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.sorted().compactMap { try? Recording(named: $0) }
  }()

  init(named name: String) throws {
    self.name = name
    let sides = name.split(separator: "-").last?.split(separator: "x").compactMap { Int($0) } ?? []
    guard sides.count == 2 else { throw CocoaError(.fileReadInvalidFileName) }
    size = Size(columns: sides[0], rows: sides[1])
    bytes = Array(try Data(contentsOf: Self.folder.appending(path: "\(name)/stream")))
    marks = try Self.text(name, "marks").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let offset = Int(words[0]) else { return nil }
      return Mark(offset: offset, name: String(words[1]))
    }
  }

  static func text(_ name: String, _ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name)/\(file)"), encoding: .utf8)
  }
}
