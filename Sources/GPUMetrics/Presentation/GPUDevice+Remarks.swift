import Foundation

extension GPUDevice {
  /// What a person should know beside the figures, each a sentence or a part of one.
  public var remarks: [String] {
    var remarks = [fault].compactMap(\.self)
    if let stuck {
      remarks.append(
        String(
          format: "the driver has not answered for %.0f s (%@): the figures are the last known.",
          stuck.seconds, stuck.figure))
    }
    let reasons = (clockReasons ?? []).filter(\.isWarning).map(\.words).sorted()
    if !reasons.isEmpty { remarks.append("clocks are \(reasons.joined(separator: ", ")).") }
    if let count = whole(.eccUncorrected), count > 0 {
      remarks.append("\(count) memory errors could not be corrected: tell the administrator.")
    }
    if whole(.remappedRowsFailure) == 1 {
      remarks.append("a faulty row of memory could not be replaced: tell the administrator.")
    } else if whole(.remappedRowsPending) == 1 {
      remarks.append("a faulty row of memory waits to be replaced at the next reset.")
    }
    remarks += events.suffix(3).map(\.words)
    if let processesNote { remarks.append(processesNote) }
    return remarks
  }
}

extension GPUInstance {
  func cells(of device: Int) -> [String] {
    var memory = GPUDevice(index: device)
    memory.memoryTotalBytes = memoryTotalBytes
    memory.memoryUsedBytes = memoryUsedBytes
    return [
      "\(device)", "\(id.gpuInstance)", id.computeInstance.map(String.init) ?? "n/a",
      utilizationPercent.map { "\(Int($0.rounded())) %" } ?? "n/a", memory.memoryText,
      name ?? "n/a", uuid ?? "n/a",
    ]
  }
}

extension GPUProcess {
  func cells(of device: Int) -> [String] {
    let place = instance.map { "\(device)/\($0.gpuInstance)" } ?? "\(device)"
    let memory = memoryBytes.map { "\(GPUDevice.gibibytes($0)) GiB" }
    return [
      place, "\(pid)", kinds.map(\.rawValue).sorted().joined(separator: "+"),
      smPercent.map { "\($0) %" } ?? "n/a", memory ?? "n/a", name ?? "n/a",
    ]
  }
}
