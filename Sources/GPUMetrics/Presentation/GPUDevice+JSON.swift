extension GPUDevice: Encodable {
  private enum CodingKeys: String, CodingKey {
    case index, name, uuid, fault
    case pciBusID = "pci_bus_id"
    case computeCapability = "compute_capability"
    case utilizationPercent = "utilization_percent"
    case memoryUsedBytes = "memory_used_bytes"
    case memoryTotalBytes = "memory_total_bytes"
    case memoryReservedBytes = "memory_reserved_bytes"
    case temperatureCelsius = "temperature_celsius"
    case powerWatts = "power_watts"
    case powerLimitWatts = "power_limit_watts"
    case smClockMegahertz = "sm_clock_mhz"
    case fanPercent = "fan_percent"
  }

  /// Writes every key; an unknown value is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(index, forKey: .index)
    try container.encode(name, forKey: .name)
    try container.encode(uuid, forKey: .uuid)
    try container.encode(pciBusID, forKey: .pciBusID)
    try container.encode(computeCapability?.description, forKey: .computeCapability)
    try container.encode(utilizationPercent, forKey: .utilizationPercent)
    try container.encode(memoryUsedBytes, forKey: .memoryUsedBytes)
    try container.encode(memoryTotalBytes, forKey: .memoryTotalBytes)
    try container.encode(memoryReservedBytes, forKey: .memoryReservedBytes)
    try container.encode(temperatureCelsius, forKey: .temperatureCelsius)
    try container.encode(powerWatts, forKey: .powerWatts)
    try container.encode(powerLimitWatts, forKey: .powerLimitWatts)
    try container.encode(smClockMegahertz, forKey: .smClockMegahertz)
    try container.encode(fanPercent, forKey: .fanPercent)
    try container.encode(fault, forKey: .fault)
  }
}
