import Foundation
import WorkshopModel

/// All findings, for a person or a script.
public struct DoctorReport: Sendable, Hashable, Codable {
  public let checks: [DoctorCheck]

  public init(checks: [DoctorCheck]) {
    self.checks = checks
  }

  /// 1 when something fails, otherwise 0; a warning is not a failure.
  public var exitCode: Int32 { checks.contains { $0.status == .fail } ? 1 : 0 }

  /// One line for each check, the remedy indented below it.
  public var plainText: String {
    let width = checks.map(\.id.count).max() ?? 0
    return checks.map { check in
      let id = check.id.padding(toLength: width, withPad: " ", startingAt: 0)
      let status = check.status.rawValue.padding(toLength: 4, withPad: " ", startingAt: 0)
      let indent = String(repeating: " ", count: width + 8)
      let texts = [check.says] + (check.remedy.map { [$0] } ?? [])
      let lines = texts.flatMap { PlainTextWrapping.wrap($0, width: max(24, 80 - indent.count)) }
      return "\(status)  \(id)  " + lines.joined(separator: "\n\(indent)")
    }.joined(separator: "\n") + "\n"
  }

  /// `{"checks":[{"id","status","says","remedy"}]}`, with a null remedy where none is needed.
  /// - Throws: An error of the encoder.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
