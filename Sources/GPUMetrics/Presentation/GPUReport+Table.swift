extension GPUReport {
  /// The report for a person, several lines; a figure that is not known is `n/a`.
  public func table() -> String {
    var lines = [heading]
    if let reason { lines.append(reason) }
    if !devices.isEmpty {
      lines.append("")
      lines += rows
      lines += devices.compactMap { device in
        device.fault.map { "GPU \(device.index): \($0)" }
      }
    }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    switch source {
    case .none: return "No GPU figures"
    case .nvml, .nvidiaSMI:
      let name = source == .nvml ? "NVML" : "nvidia-smi"
      return "GPU figures from \(name), driver \(driver ?? "n/a"), CUDA \(cuda ?? "n/a")"
    }
  }

  private var rows: [String] {
    let header = ["GPU", "NAME", "UTIL", "MEMORY", "TEMP", "POWER", "SM CLOCK", "FAN"]
    let cells = [header] + devices.map(\.cells)
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let padded = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
