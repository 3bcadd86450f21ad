extension GPUProcess: Codable {
  private enum CodingKeys: String, CodingKey {
    case pid, kinds, name
    case memoryBytes = "memory_bytes"
    case smPercent = "sm_percent"
    case memoryPercent = "memory_percent"
    case encoderPercent = "encoder_percent"
    case decoderPercent = "decoder_percent"
    case gpuInstance = "gpu_instance"
    case computeInstance = "compute_instance"
  }

  /// Writes every key; an unknown value is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(pid, forKey: .pid)
    try container.encode(kinds.map(\.rawValue).sorted(), forKey: .kinds)
    try container.encode(memoryBytes, forKey: .memoryBytes)
    try container.encode(smPercent, forKey: .smPercent)
    try container.encode(memoryPercent, forKey: .memoryPercent)
    try container.encode(encoderPercent, forKey: .encoderPercent)
    try container.encode(decoderPercent, forKey: .decoderPercent)
    try container.encode(name, forKey: .name)
    try container.encode(instance?.gpuInstance, forKey: .gpuInstance)
    try container.encode(instance?.computeInstance, forKey: .computeInstance)
  }

  /// Reads what `encode` wrote; a key that is missing is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kinds = try container.decodeIfPresent([String].self, forKey: .kinds) ?? []
    let instance = try container.decodeIfPresent(Int.self, forKey: .gpuInstance)
    let compute = try container.decodeIfPresent(Int.self, forKey: .computeInstance)
    self.init(
      pid: try container.decode(Int32.self, forKey: .pid),
      kinds: Set(kinds.compactMap(Kind.init(rawValue:))),
      memoryBytes: try container.decodeIfPresent(UInt64.self, forKey: .memoryBytes),
      smPercent: try container.decodeIfPresent(Int.self, forKey: .smPercent),
      memoryPercent: try container.decodeIfPresent(Int.self, forKey: .memoryPercent),
      encoderPercent: try container.decodeIfPresent(Int.self, forKey: .encoderPercent),
      decoderPercent: try container.decodeIfPresent(Int.self, forKey: .decoderPercent),
      name: try container.decodeIfPresent(String.self, forKey: .name),
      instance: instance.map { GPUInstanceID(gpuInstance: $0, computeInstance: compute) })
  }
}
