import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMIRowTests {
  private func device(_ changes: [NvidiaSMIField: String] = [:]) throws -> GPUDevice {
    try #require(row(changes)).device
  }

  private func row(_ changes: [NvidiaSMIField: String] = [:]) -> NvidiaSMIRow? {
    NvidiaSMIRow(
      NvidiaSMIText.row(3, changes).dropLast()[...], NvidiaSMIQuery(), at: NvidiaSMIText.time)
  }

  @Test func everyFieldIsRead() throws {
    let device = try device()
    #expect(row()?.driver == "580.82.07")
    #expect(device.index == 3)
    #expect(device.name == "NVIDIA H100")
    #expect(device.uuid == "GPU-3")
    #expect(device.pciBusID == "00000000:04:00.0")
    let expected: [GPUMetric: Double] = [
      .utilization: 43, .memoryUtilization: 20, .encoder: 1, .decoder: 2,
      .memoryUsed: 1_073_741_824, .memoryTotal: 85_899_345_920, .memoryReserved: 536_870_912,
      .memoryFree: 84_288_733_184, .temperature: 54, .memoryTemperature: 61,
      .temperatureMargin: 35, .fan: 30, .power: 77.71, .powerInstant: 80.02, .powerLimit: 650,
      .graphicsClock: 1510, .smClock: 345, .memoryClock: 2619, .videoClock: 1200,
      .graphicsClockMax: 1980, .smClockMax: 1980, .memoryClockMax: 2619, .performanceState: 2,
      .pcieGeneration: 4, .pcieGenerationMax: 5, .pcieWidth: 8, .pcieWidthMax: 16,
      .eccCorrected: 3, .eccUncorrected: 1, .remappedRowsPending: 1, .remappedRowsFailure: 0,
    ]
    for metric in GPUMetric.allCases {
      #expect(device[metric].value == expected[metric], "\(metric)")
      if expected[metric] != nil { #expect(device[metric].time == NvidiaSMIText.time) }
    }
    #expect(device.clockReasons == [.powerCap])
    #expect(device.clockReasonsState == .known)
    #expect(device.persistence == true)
    #expect(device.eccEnabled == true)
    #expect(device.migEnabled == false)
    #expect(device.computeCapability == CUDAComputeCapability(major: 9, minor: 0))
    #expect(device.fault == nil)
  }

  @Test func unitsBehindNumbersAreRead() throws {
    let device = try device([
      .utilization: "42 %", .memoryUsed: "1024 MiB", .power: "77.71 W", .smClock: "345 MHz",
    ])
    #expect(device.utilizationPercent == 42)
    #expect(device.memoryUsedBytes == 1 << 30)
    #expect(device.powerWatts == 77.71)
    #expect(device.smClockMegahertz == 345)
  }

  @Test func aNameMayHoldCommas() throws {
    #expect(try device([.name: "H100, rev. 2"]).name == "H100, rev. 2")
  }

  @Test func aNameWithControlCharactersIsNotTold() throws {
    #expect(try device([.name: "H100\u{1B}[2J"]).name == nil)
  }

  @Test(arguments: [
    ("[N/A]", GPUReadingState.unsupported), ("N/A", .unsupported), ("-", .unsupported),
    ("[Not Supported]", .unsupported), ("[Function Not Found]", .unsupported),
    ("[Requested functionality has been deprecated]", .unsupported),
    ("[Insufficient Permissions]", .noPermission), ("[GPU is lost]", .lost),
    ("[Unknown Error]", .unknown), ("", .unknown), ("nan", .unknown), ("inf", .unknown),
    ("1e400", .unknown), ("0x10", .unknown), ("1.2.3", .unknown), ("12 34", .unknown),
    ("99999999999999999999", .unknown), ("-500", .unknown),
  ])
  func whatIsNoNumberIsUnknownWithItsReason(token: String, state: GPUReadingState) throws {
    // Of several cells that cannot be what their fields are the whole line is doubted.
    let kept = Set(
      NvidiaSMIField.allCases.filter {
        [.timestamp, .index].contains($0) || !NvidiaSMICell(token).fits($0)
      })
    let device = try device(
      Dictionary(
        uniqueKeysWithValues: NvidiaSMIField.allCases.filter { !kept.contains($0) }
          .map { ($0, token) }))
    for field in NvidiaSMIField.allCases {
      guard let metric = field.metric, !kept.contains(field) else { continue }
      #expect(device[metric].value == nil, "\(metric) of \(token)")
    }
    #expect(device[.utilization].state == state)
    #expect((device.fault != nil) == (state == .lost))
  }

  @Test func aTotalOfZeroIsNoMemory() throws {
    let device = try device([.memoryTotal: "0", .memoryUsed: "0", .memoryFree: "0"])
    for metric in [GPUMetric.memoryTotal, .memoryUsed, .memoryReserved, .memoryFree] {
      #expect(device[metric].value == nil, "\(metric)")
    }
  }

  @Test func moreMemoryThanThereIsIsUnknown() throws {
    let device = try device([.memoryUsed: "90000", .memoryFree: "90000"])
    #expect(device.memoryUsedBytes == nil)
    #expect(device[.memoryFree].value == nil)
    #expect(device.memoryTotalBytes == 80 << 30)
  }

  @Test func theLimitThatWasSetCountsWhereNoneIsEnforced() throws {
    #expect(try device([.enforcedPowerLimit: "[N/A]"]).powerLimitWatts == 700)
  }

  @Test func aFieldTheReleaseDoesNotHaveIsUnsupported() throws {
    let query = NvidiaSMIQuery(NvidiaSMIField.allCases.filter { $0 != .powerInstant })
    let line = NvidiaSMIText.row(0, query: query).dropLast()
    let device = try #require(NvidiaSMIRow(line, query, at: 1)).device
    #expect(device[.powerInstant].state == .unsupported)
    #expect(device[.power].value == 77.71)
  }

  @Test(arguments: [1, 40, 100, 150, 250])
  func twoRowsRunTogetherAreNone(cut: Int) {
    let line = NvidiaSMIText.row(0).prefix(cut) + NvidiaSMIText.row(1).dropLast()
    #expect(NvidiaSMIRow(line[...], NvidiaSMIQuery(), at: 1) == nil)
  }

  @Test func cellsThatHaveMovedAreNoRow() {
    let cells = NvidiaSMIText.row(0).split(separator: ",")
    for place in 5..<cells.count - 5 {
      let moved = cells[..<place] + cells[(place - 1)...]
      let line = moved.joined(separator: ",").dropLast()
      #expect(NvidiaSMIRow(line, NvidiaSMIQuery(), at: 1) == nil, "\(line)")
    }
  }

  @Test(arguments: ["index, name", "", ",,,,", "Xid event: 31, pid=7", "2026/07/03 22:10:46, 0"])
  func aLineThatIsNoRowIsNone(line: String) {
    #expect(NvidiaSMIRow(line[...], NvidiaSMIQuery(), at: 1) == nil)
  }
}
