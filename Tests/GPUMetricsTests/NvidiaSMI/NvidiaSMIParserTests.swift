import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMIParserTests {
  private let parser = NvidiaSMIParser(fields: NvidiaSMIField.allCases)
  private let row =
    "0, GPU-1, 00000000:83:00.0, 580.82.07, 42, 1024, 81920, 512, 54, 77.71, 700.00, 345, 30, H100"

  private func devices(_ output: String, status: Int = 0) throws -> [GPUDevice] {
    guard case .devices(let devices, _) = parser.parse(output: output, exitStatus: status) else {
      throw Unexpected(answer: parser.parse(output: output, exitStatus: status))
    }
    return devices
  }

  @Test func readsARow() throws {
    guard case .devices(let devices, let driver) = parser.parse(output: row, exitStatus: 0),
      let device = devices.first
    else { throw Unexpected(answer: parser.parse(output: row, exitStatus: 0)) }
    #expect(driver == "580.82.07")
    #expect(device.name == "H100")
    #expect(device.uuid == "GPU-1")
    #expect(device.pciBusID == "00000000:83:00.0")
    #expect(device.utilizationPercent == 42)
    #expect(device.memoryUsedBytes == 1 << 30)
    #expect(device.memoryTotalBytes == 80 << 30)
    #expect(device.memoryReservedBytes == 512 << 20)
    #expect(device.temperatureCelsius == 54)
    #expect(device.powerWatts == 77.71)
    #expect(device.powerLimitWatts == 700)
    #expect(device.smClockMegahertz == 345)
    #expect(device.fanPercent == 30)
  }

  @Test func unitsBehindNumbersAreRead() throws {
    let text =
      "0, GPU-1, b, 580, 42 %, 1024 MiB, 81920 MiB, 512 MiB, 54, 77.71 W, 700.00 W, 345 MHz, "
      + "30 %, H100"
    let device = try #require(try devices(text).first)
    #expect(device.utilizationPercent == 42)
    #expect(device.memoryUsedBytes == 1 << 30)
    #expect(device.powerWatts == 77.71)
  }

  @Test func nameMayHoldCommas() throws {
    #expect(try devices(row + ", rev. 2").first?.name == "H100, rev. 2")
  }

  @Test(arguments: [
    "[N/A]", "N/A", "[Not Supported]", "[Unknown Error]", "[Insufficient Permissions]",
    "[Function Not Found]", "[Requested functionality has been deprecated]", "", "-", "nan", "inf",
    "-1", "1e400", "0x10", "99999999999999999999",
  ])
  func whatIsNoNumberIsUnknown(token: String) throws {
    let cells = Array(repeating: token, count: NvidiaSMIField.allCases.count - 1)
    let device = try #require(try devices("3, " + cells.joined(separator: ", ")).first)
    #expect(device.index == 3)
    #expect(device.utilizationPercent == nil)
    #expect(device.memoryUsedBytes == nil)
    #expect(device.memoryTotalBytes == nil)
    #expect(device.memoryReservedBytes == nil)
    #expect(device.temperatureCelsius == nil)
    #expect(device.powerWatts == nil)
    #expect(device.powerLimitWatts == nil)
    #expect(device.smClockMegahertz == nil)
    #expect(device.fanPercent == nil)
  }

  @Test func totalOfZeroIsNoMemory() throws {
    let text = row.replacing("1024, 81920, 512", with: "0, 0, 0")
    let device = try #require(try devices(text).first)
    #expect(device.memoryTotalBytes == nil)
    #expect(device.memoryUsedBytes == nil)
    #expect(device.memoryReservedBytes == nil)
  }

  @Test func utilisationOverHundredIsUnknown() throws {
    #expect(try devices(row.replacing(" 42,", with: " 142,")).first?.utilizationPercent == nil)
  }

  @Test func warningsAndEventsBetweenRowsAreSkipped() throws {
    let text = """
      \(row)
      Xid event: 31, pid=7

      1\(row.dropFirst())
      WARNING: infoROM is corrupted at gpu 0000:0B:00.0
      """
    #expect(try devices(text, status: 14).map(\.index) == [0, 1])
  }

  @Test func laterRoundReplacesTheEarlier() throws {
    let text = row + "\n" + row.replacing(" 42,", with: " 43,")
    #expect(try devices(text).map(\.utilizationPercent) == [43])
  }

  @Test(arguments: [
    "Unable to determine the device handle for GPU0000:34:00.0: Unknown Error",
    "Unable to determine the device handle for GPU1: 0000:34:00.0: Unknown Error",
  ])
  func unreachableDeviceIsAFaultAndTheOthersGoOn(line: String) throws {
    let text = "\(row)\n\(line)\n2\(row.dropFirst())"
    let found = try devices(text, status: 15)
    #expect(found.map(\.index) == [0, 1, 2])
    #expect(found[1].pciBusID == "0000:34:00.0")
    #expect(found[1].fault?.contains("Unknown Error") == true)
    #expect(found[1].utilizationPercent == nil)
    #expect(found[2].utilizationPercent == 42)
  }

  @Test func lostDeviceInARowIsAFault() throws {
    let device = try #require(try devices(row.replacing(" 42,", with: " [GPU is lost],")).first)
    #expect(device.fault?.contains("lost") == true)
  }

  @Test func unknownFieldIsNamed() {
    let text = "Field \"memory.reserved\" is not a valid field to query.\n\n"
    #expect(parser.parse(output: text, exitStatus: 2) == .unknownField("memory.reserved"))
  }

  @Test(arguments: [
    (
      "NVIDIA-SMI couldn't find libnvidia-ml.so library in your system. Please make sure …", 12,
      DriverProblem.libraryMissing(searched: ["libnvidia-ml.so.1"])
    ),
    (
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make …", 9,
      .driverNotLoaded
    ),
    (
      "Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.161",
      18, .versionMismatch
    ),
    ("Failed to initialize NVML: Unknown Error", 255, .unknownError),
    ("Failed to initialize NVML: Insufficient Permissions", 4, .noPermission),
    ("No devices were found", 6, .noDevices),
    ("", 9, .driverNotLoaded), ("", 18, .versionMismatch), ("", 6, .noDevices),
    ("sh: nvidia-smi: not found", 127, .commandMissing),
    ("", 0, .commandFailed(exitStatus: 0, says: "")),
    ("something new", 77, .commandFailed(exitStatus: 77, says: "something new")),
    ("1, 2, 3", 0, .commandFailed(exitStatus: 0, says: "1, 2, 3")),
  ])
  func failureIsTold(text: String, status: Int, problem: DriverProblem) {
    #expect(parser.parse(output: text, exitStatus: status) == .failed(problem))
  }

  @Test func anyTextIsReadWithoutATrap() {
    var generator = SeededGenerator(seed: 7)
    let pieces =
      ["0", ",", " ", "\n", "\"", "[N/A]", "GPU", "Field \"", "Unable to determine the "]
      + ["device handle for ", "\r", "é", "9999999999999999999999", "-", ".", row]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...40, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      if case .devices(let devices, _) = parser.parse(output: text, exitStatus: 0) {
        #expect(devices.allSatisfy { (0...100).contains($0.utilizationPercent ?? 0) })
      }
    }
  }
}

private struct Unexpected: Error {
  let answer: NvidiaSMIAnswer
}
