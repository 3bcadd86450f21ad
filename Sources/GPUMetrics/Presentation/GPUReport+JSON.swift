import Foundation

extension GPUReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case source, reason, driver, cuda, devices, time, origin
    case originName = "origin_name"
    case silentSeconds = "silent_seconds"
  }

  private enum OriginKind: String, Codable {
    case live, replay, simulated
  }

  /// Writes every key; an unknown value is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(reason, forKey: .reason)
    try container.encode(driver, forKey: .driver)
    try container.encode(cuda, forKey: .cuda)
    try container.encode(time == 0 ? nil : time, forKey: .time)
    let (kind, name): (OriginKind, String?) =
      switch origin {
      case .live: (.live, nil)
      case .replay(let name): (.replay, name)
      case .simulated(let name): (.simulated, name)
      }
    try container.encode(kind, forKey: .origin)
    try container.encode(name, forKey: .originName)
    try container.encode(silentSeconds, forKey: .silentSeconds)
    try container.encode(devices, forKey: .devices)
  }

  /// Reads what `encode` wrote; a key that is missing is unknown.
  /// - Throws: `DecodingError` for a device without an index or a value of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      source: try container.decode(GPUSourceKind.self, forKey: .source),
      reason: try container.decodeIfPresent(String.self, forKey: .reason),
      driver: try container.decodeIfPresent(String.self, forKey: .driver),
      cuda: try container.decodeIfPresent(String.self, forKey: .cuda),
      devices: try container.decodeIfPresent([GPUDevice].self, forKey: .devices) ?? [],
      time: try container.decodeIfPresent(Double.self, forKey: .time) ?? 0)
    silentSeconds = try container.decodeIfPresent(Int.self, forKey: .silentSeconds)
    let name = try container.decodeIfPresent(String.self, forKey: .originName) ?? "unnamed"
    switch try container.decodeIfPresent(OriginKind.self, forKey: .origin) {
    case .live, nil: origin = .live
    case .replay: origin = .replay(of: name)
    case .simulated: origin = .simulated(name)
    }
  }

  /// The report for scripts: pretty-printed, keys in alphabetical order, unknown values null.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The same as one line without a break, of which a stream is made.
  public func jsonLine() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
