import Foundation

extension GPUReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case source, reason, driver, cuda, devices
  }

  /// Writes every key; an unknown value is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(reason, forKey: .reason)
    try container.encode(driver, forKey: .driver)
    try container.encode(cuda, forKey: .cuda)
    try container.encode(devices, forKey: .devices)
  }

  /// The report for scripts: pretty-printed, keys in alphabetical order, unknown values null.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
