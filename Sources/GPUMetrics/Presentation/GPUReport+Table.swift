extension GPUReport {
  /// The report for a person, several lines; a figure that is not known is `n/a`.
  public func table() -> String {
    var lines = [heading]
    if let label = origin.label { lines.append("These are not figures of this moment: \(label).") }
    if let reason { lines.append(reason) }
    if !devices.isEmpty {
      lines.append("")
      lines += Self.aligned(
        [["GPU", "NAME", "UTIL", "MEMORY", "TEMP", "POWER", "SM CLOCK", "FAN"]]
          + devices.map(\.cells))
      lines += devices.flatMap { device in device.remarks.map { "GPU \(device.index): \($0)" } }
      lines += instanceRows + processRows
    }
    return lines.map(Self.printable).joined(separator: "\n")
  }

  /// A name comes from the driver or from any program: no control character of it gets through.
  private static func printable(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: isControl) else { return line }
    return String(
      String.UnicodeScalarView(line.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  /// Whether it is of Unicode's category Cc, which never changes.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  private var heading: String {
    switch source {
    case .none: return "No GPU figures"
    case .nvml, .nvidiaSMI:
      let name = source == .nvml ? "NVML" : "nvidia-smi"
      return "GPU figures from \(name), driver \(driver ?? "n/a"), CUDA \(cuda ?? "n/a")"
    }
  }

  private var instanceRows: [String] {
    let rows = devices.flatMap { device in device.instances.map { $0.cells(of: device.index) } }
    guard !rows.isEmpty else { return [] }
    return ["", "Parts of split GPUs (MIG)"]
      + Self.aligned([["GPU", "GI", "CI", "UTIL", "MEMORY", "NAME", "UUID"]] + rows)
  }

  private var processRows: [String] {
    let rows = devices.flatMap { device in device.processes.map { $0.cells(of: device.index) } }
    guard !rows.isEmpty else { return [] }
    return [""]
      + Self.aligned([["GPU", "PID", "KIND", "SM", "MEMORY", "PROCESS"]] + rows)
  }

  private static func aligned(_ cells: [[String]]) -> [String] {
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let filled = row.prefix((row.lastIndex { !$0.isEmpty } ?? -1) + 1)
      var line = ""
      var padding = 0
      for (cell, width) in zip(filled, widths) {
        line += String(repeating: " ", count: padding) + cell
        padding = width - cell.count + 2
      }
      return line
    }
  }
}
