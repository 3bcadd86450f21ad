import Foundation
import SessionEngine

/// What a change of an exercise's folder did, or would do, line by line.
struct ChangeText {
  /// More of them are only counted.
  private static let mostStaying = 12

  let change: WorkspaceChange
  /// Whether it has been done.
  let isDone: Bool

  var text: String {
    guard !change.changesNothing else {
      return "\(change.exercise) is as it should be: nothing \(isDone ? "was" : "is") to be done."
    }
    var lines = [isDone ? "\(change.exercise):" : "\(change.exercise), nothing of it done yet:"]
    let staying = change.files.filter { $0.kind == .stayed }
    let isLong = staying.count > Self.mostStaying
    lines += change.files.filter { !isLong || $0.kind != .stayed }
      .map { "  \(words($0.kind))  \(Self.name($0.path))" }
    if isLong { lines.append("  \(words(.stayed))  \(staying.count) files of your own") }
    if let place = change.keptIn {
      lines.append(
        "The old files \(isDone ? "are" : "would be") kept in \(Self.name(place)) of the workspace."
      )
    }
    return lines.joined(separator: "\n")
  }

  private func words(_ kind: WorkspaceChange.Kind) -> String {
    switch kind {
    case .added: "added   "
    case .replaced: "replaced"
    case .removed: "removed "
    case .stayed: "stays   "
    }
  }

  /// A file's name on one line: what a terminal would take for a command is written as an escape.
  static func name(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return path
    }
    return path.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control
        ? scalar.escaped(asASCII: true) : String(scalar)
    }.joined()
  }
}
