import Foundation
import TestSupport

@testable import GPUMetrics

/// What the command prints, made of cells by field; a field that is not given is `[N/A]`.
enum NvidiaSMIText {
  static let time = 1_700_000_000.0

  /// A row of every field, its line end included.
  static func row(
    _ index: Int, second: Int = 9, query: NvidiaSMIQuery = NvidiaSMIQuery(),
    _ changes: [NvidiaSMIField: String] = [:]
  ) -> String {
    var cells: [NvidiaSMIField: String] = [
      .timestamp: String(format: "2026/07/03 22:10:%02d.109", second), .index: "\(index)",
      .uuid: "GPU-\(index)", .busID: "00000000:\(String(format: "%02X", index + 1)):00.0",
      .driverVersion: "580.82.07", .name: "NVIDIA H100",
      .utilization: "\(40 + index % 50)", .memoryUtilization: "20", .encoder: "1", .decoder: "2",
      .memoryUsed: "1024", .memoryTotal: "81920", .memoryReserved: "512", .memoryFree: "80384",
      .temperature: "54", .memoryTemperature: "61", .temperatureMargin: "35", .fan: "30",
      .power: "77.71", .powerInstant: "80.02", .enforcedPowerLimit: "650.00",
      .powerLimit: "700.00", .graphicsClock: "1510", .smClock: "345", .memoryClock: "2619",
      .videoClock: "1200", .graphicsClockMax: "1980", .smClockMax: "1980",
      .memoryClockMax: "2619", .performanceState: "P2", .pcieGeneration: "4",
      .pcieGenerationMax: "5", .pcieWidth: "8", .pcieWidthMax: "16", .eccCorrected: "3",
      .eccUncorrected: "1", .remappedRowsPending: "Yes", .remappedRowsFailure: "No",
      .clockReasons: "0x0000000000000004", .persistence: "Enabled", .eccMode: "Enabled",
      .migMode: "Disabled", .computeCapability: "9.0",
    ]
    cells.merge(changes) { $1 }
    return query.fields.map { cells[$0] ?? "[N/A]" }.joined(separator: ", ") + "\n"
  }

  /// The line of a device that cannot be reached.
  static func fault(bus: String) -> String {
    "Unable to determine the device handle for GPU\(bus): Unknown Error\n"
  }
}

extension NvidiaSMIRounds {
  /// What a stream has told when it has said this.
  static func after(_ text: String, query: NvidiaSMIQuery = NvidiaSMIQuery()) -> NvidiaSMIRounds {
    var rounds = NvidiaSMIRounds(query)
    rounds.take(Array(text.utf8), at: NvidiaSMIText.time)
    return rounds
  }
}
