import GPUMetrics

/// A row of the list of everything that is told of a device.
enum GPUFigureRow: Hashable {
  case metric(GPUMetric)
  case fact(GPUFact)

  /// All of a device: the table of metrics as it is, then what is no number.
  static func all(of device: GPUDevice, in report: GPUReport) -> [GPUFigureRow] {
    GPUMetric.allCases.map { .metric($0) } + facts(of: device, in: report).map { .fact($0) }
  }

  static func facts(of device: GPUDevice, in report: GPUReport) -> [GPUFact] {
    func word(_ value: Bool?) -> String? { value.map { $0 ? "on" : "off" } }
    let reasons = device.clockReasons.map { reasons in
      reasons.isEmpty
        ? "nothing holds them down" : reasons.map(\.words).sorted().joined(separator: ", ")
    }
    let parts = device.instances.map { part in
      var memory = GPUDevice(index: 0)
      memory.memoryUsedBytes = part.memoryUsedBytes
      memory.memoryTotalBytes = part.memoryTotalBytes
      let busy = part.utilizationPercent.map { "\(Int($0.rounded())) %" } ?? "busy n/a"
      return GPUFact(
        "Part \(part.id.words)", "\(busy) · \(memory.memoryText) · \(part.name ?? "unnamed")",
        "A part of this device that MIG has split off; programs see it as a device of its own. "
          + "CUDA_VISIBLE_DEVICES takes its name: \(part.uuid ?? "not known").")
    }
    return [
      GPUFact(
        "Clocks", reasons, reason: device.clockReasonsState.words,
        "Why the clocks are not as high as they could be. Idle is no fault; a limit of power or "
          + "heat makes a training slower without any error."),
      GPUFact(
        "Split by MIG", word(device.migEnabled),
        "Whether the device is divided into parts with memory and multiprocessors of their own."),
    ] + parts + [
      GPUFact(
        "Error correction", word(device.eccEnabled),
        "Whether the memory finds and corrects its errors (ECC)."),
      GPUFact(
        "Persistence", word(device.persistence),
        "Whether the driver keeps the device ready while nobody uses it. Where it does not, the "
          + "first program after a pause starts more slowly."),
      GPUFact(
        "Product", device.name, "What the maker calls the device."),
      GPUFact(
        "Compute capability", device.computeCapability?.description,
        "Which instructions the device understands. A program must have been built for it, or "
          + "for an earlier one with PTX."),
      GPUFact(
        "UUID", device.uuid,
        "The device's name for good; CUDA_VISIBLE_DEVICES takes it. An index may be another's "
          + "after a restart."),
      GPUFact(
        "PCI address", device.pciBusID, "Where the device is on the machine's bus."),
      GPUFact(
        "Driver", report.driver, "The version of the kernel's driver."),
      GPUFact(
        "CUDA up to", report.cuda,
        "The newest CUDA that this driver serves. What an environment brings may be older, and "
          + "not newer."),
    ]
  }
}
