/// The device's figures as a person reads them, each `n/a` when it is not known.
extension GPUDevice {
  private static let unknown = "n/a"

  /// Such as `42 %`.
  public var utilizationText: String { utilizationPercent.map { "\($0) %" } ?? Self.unknown }

  /// Used of total, such as `12.3 / 80.0 GiB`.
  public var memoryText: String {
    if memoryUsedBytes == nil, memoryTotalBytes == nil { return Self.unknown }
    return "\(gibibytes(memoryUsedBytes)) / \(gibibytes(memoryTotalBytes)) GiB"
  }

  /// Such as `54 °C`.
  public var temperatureText: String { temperatureCelsius.map { "\($0) °C" } ?? Self.unknown }

  /// Drawn of the limit, such as `312 / 700 W`; the limit is left out when there is none.
  public var powerText: String {
    let draw = powerWatts.map { "\(Int($0.rounded()))" } ?? Self.unknown
    if let limit = powerLimitWatts { return "\(draw) / \(Int(limit.rounded())) W" }
    return powerWatts == nil ? draw : "\(draw) W"
  }

  /// Such as `1980 MHz`.
  public var smClockText: String { smClockMegahertz.map { "\($0) MHz" } ?? Self.unknown }

  /// Such as `30 %`.
  public var fanText: String { fanPercent.map { "\($0) %" } ?? Self.unknown }

  var cells: [String] {
    [
      "\(index)", name ?? Self.unknown, utilizationText, memoryText, temperatureText, powerText,
      smClockText, fanText,
    ]
  }

  private func gibibytes(_ bytes: UInt64?) -> String {
    bytes.map(Self.gibibytes) ?? Self.unknown
  }

  /// With one decimal, such as `12.3`.
  static func gibibytes(_ bytes: UInt64) -> String {
    let tenths = Int((Double(bytes) / 107_374_182.4).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
