import Foundation

/// What a virtual environment was made from; its file says that the environment is whole.
struct VenvMarker: Codable, Sendable, Hashable {
  let requirements: [String]
  let extraIndex: String?
  /// Such as `3.11.2`.
  let python: String
  let installed: Date
  /// Where it was made: environments cannot be moved. Nil in records of earlier releases.
  var prefix: String?

  /// Whether an environment made from these requirements serves the ones asked for.
  func covers(_ requirements: [String]) -> Bool {
    Set(requirements).isSubset(of: self.requirements)
  }

  /// - Throws: An error of the file system or of the decoder.
  static func read(_ file: String) throws -> VenvMarker {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(VenvMarker.self, from: Data(contentsOf: URL(filePath: file)))
  }

  func write(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: URL(filePath: file), options: .atomic)
  }
}
