extension GPUReport {
  /// The first line of the CSV of any number of reports (RFC 4180): what a row says of the round and
  /// the device, then every metric by its key in JSON.
  public static var csvHeader: String {
    (["time", "source", "origin", "index", "name", "uuid", "pci_bus_id"]
      + GPUMetric.allCases.map(\.rawValue) + ["clock_reasons", "fault"])
      .joined(separator: ",")
  }

  /// One line for each device; a cell is empty when its figure is not known or only an old one.
  /// Times are in seconds since 1970. `origin` is `live`, or how the figures must be labelled.
  public var csvRows: [String] {
    devices.map { device in
      let reasons = device.clockReasons.map { $0.map(\.rawValue).sorted().joined(separator: " ") }
      let begin = [
        time == 0 ? nil : "\(time)", source.rawValue, origin.label ?? "live", "\(device.index)",
        device.name, device.uuid, device.pciBusID,
      ]
      let isFresh = silentSeconds == nil
      let figures = GPUMetric.allCases.map { metric in
        (isFresh ? metric.value(of: device) : nil).map(metric.plainText)
      }
      return (begin + figures + [isFresh ? reasons : nil, device.fault])
        .map { Self.cell($0 ?? "") }.joined(separator: ",")
    }
  }

  private static func cell(_ text: String) -> String {
    text.contains { "\",\r\n".contains($0) || $0.isNewline }
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

extension GPUMetric {
  /// A value without its unit, as machines read it.
  func plainText(_ value: Double) -> String {
    if let whole = Int64(exactly: unit.isWhole ? value.rounded() : value) { return "\(whole)" }
    return "\(value)"
  }
}
