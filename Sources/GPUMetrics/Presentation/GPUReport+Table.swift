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
    guard line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return line
    }
    return String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
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
      let padded = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
