import Foundation
import Testing

/// What a subcommand wrote and how it ended.
struct CommandOutcome: Sendable, CustomStringConvertible {
  let status: Int32
  let output: String
  let errors: String

  var description: String { "status \(status)\noutput: \(output)\nerrors: \(errors)" }

  /// Standard output as a JSON object.
  func object() throws -> [String: Any] {
    try #require(try json() as? [String: Any], "\(self)")
  }

  /// Standard output as a JSON list of objects.
  func list() throws -> [[String: Any]] {
    try #require(try json() as? [[String: Any]], "\(self)")
  }

  private func json() throws -> Any {
    do {
      return try JSONSerialization.jsonObject(with: Data(output.utf8))
    } catch {
      Issue.record("Standard output is no JSON. \(self)")
      throw error
    }
  }
}
