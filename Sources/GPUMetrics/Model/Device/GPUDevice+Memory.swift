extension GPUDevice {
  /// How full the memory is, 0 to 100; nil unless both figures are known.
  public var memoryPercent: Double? {
    guard let used = memoryUsedBytes, let total = memoryTotalBytes, total > 0 else { return nil }
    return Double(used) / Double(total) * 100
  }
}
