extension GPUReport {
  /// The report in Prometheus' text exposition format 0.0.4, without a newline at its end.
  ///
  /// Only what is known is in it; figures that are not of this moment have the label `origin`.
  public func prometheus() -> String {
    var lines: [String] = []
    if let label = origin.label {
      lines.append("# These are not figures of this moment: \(label).")
    }
    if let reason { lines.append("# \(reason)") }
    lines = lines.map { $0.replacing("\n", with: " ") }
    lines += family(
      "atelier_gpu_source_info", "gauge", "Where the figures come from; always 1.",
      [([("source", source.rawValue)] + pairs([("driver", driver), ("cuda", cuda)]), "1")])
    guard silentSeconds == nil else { return lines.joined(separator: "\n") }
    lines += family(
      "atelier_gpu_info", "gauge", "A GPU that the driver lists; always 1.",
      devices.map { device in
        let capability = device.computeCapability?.description
        return (
          labels(of: device)
            + pairs([("pci_bus_id", device.pciBusID), ("compute_capability", capability)]), "1"
        )
      })
    for metric in GPUMetric.allCases {
      lines += family(
        metric.prometheusName, metric.prometheusType, "\(metric.name). \(metric.explanation)",
        devices.compactMap { device in
          metric.value(of: device).map { (labels(of: device), metric.prometheusValue($0)) }
        })
    }
    return lines.joined(separator: "\n")
  }

  private typealias Labels = [(name: String, value: String)]

  private func labels(of device: GPUDevice) -> Labels {
    [("gpu", "\(device.index)")] + pairs([("uuid", device.uuid), ("name", device.name)])
  }

  private func pairs(_ labels: [(String, String?)]) -> Labels {
    labels.compactMap { name, value in value.map { (name, $0) } }
  }

  private func family(
    _ name: String, _ type: String, _ help: String, _ samples: [(labels: Labels, value: String)]
  ) -> [String] {
    guard !samples.isEmpty else { return [] }
    let help = help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    let common = pairs([("origin", origin.label)])
    return ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
      + samples.map { sample in
        let labels = (sample.labels + common).map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
        return "\(name){\(labels.joined(separator: ","))} \(sample.value)"
      }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }
}
