extension GPUReport {
  /// The same report without what cannot be true; nil when two devices have one index.
  var plausible: GPUReport? {
    guard Set(devices.map(\.index)).count == devices.count,
      devices.allSatisfy({ (0...1023).contains($0.index) })
    else { return nil }
    var report = self
    report.silentSeconds = silentSeconds.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    report.devices = devices.map(\.plausible)
    return report
  }
}

extension GPUDevice {
  /// Figures are judged when they are read; this judges what has no metric of its own.
  fileprivate var plausible: GPUDevice {
    var device = self
    device.processes = processes.filter { $0.pid > 0 }.map(\.plausible)
    device.instances = instances.map(\.plausible)
    if let stuck, !(0...1e9).contains(stuck.seconds) { device.stuck = nil }
    return device
  }
}

extension GPUProcess {
  fileprivate var plausible: GPUProcess {
    func share(_ value: Int?) -> Int? { value.flatMap { (0...100).contains($0) ? $0 : nil } }
    var process = self
    process.memoryBytes = memoryBytes.flatMap(GPUMetric.memoryUsed.bytes)
    process.smPercent = share(smPercent)
    process.memoryPercent = share(memoryPercent)
    process.encoderPercent = share(encoderPercent)
    process.decoderPercent = share(decoderPercent)
    return process
  }
}

extension GPUInstance {
  fileprivate var plausible: GPUInstance {
    var instance = self
    instance.memoryUsedBytes = memoryUsedBytes.flatMap(GPUMetric.memoryUsed.bytes)
    instance.memoryTotalBytes = memoryTotalBytes.flatMap(GPUMetric.memoryTotal.bytes)
    return instance
  }
}

extension GPUMetric {
  /// The number of bytes, nil when it cannot be true of this metric.
  fileprivate func bytes(_ value: UInt64) -> UInt64? {
    range.contains(Double(value)) ? value : nil
  }
}
