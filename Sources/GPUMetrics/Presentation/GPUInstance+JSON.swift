extension GPUInstance: Codable {
  private enum CodingKeys: String, CodingKey {
    case uuid, name
    case gpuInstance = "gpu_instance"
    case computeInstance = "compute_instance"
    case memoryUsedBytes = "memory_used_bytes"
    case memoryTotalBytes = "memory_total_bytes"
    case utilizationPercent = "utilization_percent"
    case smPercent = "sm_percent"
    case memoryUtilizationPercent = "memory_utilization_percent"
  }

  /// Writes every key; an unknown value is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id.gpuInstance, forKey: .gpuInstance)
    try container.encode(id.computeInstance, forKey: .computeInstance)
    try container.encode(uuid, forKey: .uuid)
    try container.encode(name, forKey: .name)
    try container.encode(memoryUsedBytes, forKey: .memoryUsedBytes)
    try container.encode(memoryTotalBytes, forKey: .memoryTotalBytes)
    try container.encode(utilizationPercent, forKey: .utilizationPercent)
    try container.encode(smPercent, forKey: .smPercent)
    try container.encode(memoryUtilizationPercent, forKey: .memoryUtilizationPercent)
  }

  /// Reads what `encode` wrote; a key that is missing is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: GPUInstanceID(
        gpuInstance: try container.decode(Int.self, forKey: .gpuInstance),
        computeInstance: try container.decodeIfPresent(Int.self, forKey: .computeInstance)),
      uuid: try container.decodeIfPresent(String.self, forKey: .uuid),
      name: try container.decodeIfPresent(String.self, forKey: .name),
      memoryUsedBytes: try container.decodeIfPresent(UInt64.self, forKey: .memoryUsedBytes),
      memoryTotalBytes: try container.decodeIfPresent(UInt64.self, forKey: .memoryTotalBytes))
    utilizationPercent = try container.decodeIfPresent(Double.self, forKey: .utilizationPercent)
    smPercent = try container.decodeIfPresent(Double.self, forKey: .smPercent)
    memoryUtilizationPercent = try container.decodeIfPresent(
      Double.self, forKey: .memoryUtilizationPercent)
  }
}
