import Foundation
import GPUMetrics
import Testing

@Suite struct GPUReportJSONTests {
  private func object(_ report: GPUReport) throws -> [String: Any] {
    let data = Data(try report.json().utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func device(_ report: GPUReport) throws -> [String: Any] {
    try #require((object(report)["devices"] as? [[String: Any]])?.first)
  }

  @Test func everyKeyIsWrittenAndUnknownValuesAreNull() throws {
    let report = GPUReport(source: .nvidiaSMI, reason: "why", devices: [GPUDevice(index: 2)])
    let whole = try object(report)
    #expect(whole["source"] as? String == "nvidia-smi")
    #expect(whole["origin"] as? String == "live")
    for key in ["driver", "cuda", "time", "origin_name", "silent_seconds"] {
      #expect(whole[key] is NSNull, "\(key)")
    }
    let device = try device(report)
    let nulls = device.filter { $0.value is NSNull }.map(\.key)
    let others = [
      "name", "uuid", "pci_bus_id", "compute_capability", "time", "clock_reasons", "persistence",
      "ecc_enabled", "mig_enabled", "processes_note", "fault", "stuck",
    ]
    #expect(Set(nulls) == Set(GPUMetric.allCases.map(\.rawValue) + others))
    for key in ["states", "times", "samples"] {
      #expect((device[key] as? [String: Any])?.isEmpty == true, "\(key)")
    }
    for key in ["processes", "instances", "events"] {
      #expect((device[key] as? [Any])?.isEmpty == true, "\(key)")
    }
    #expect(device["index"] as? Int == 2)
  }

  @Test func knownValuesAreThereAndWholeOnesAreWritten() throws {
    var device = GPUDevice(index: 0)
    device.utilizationPercent = 42
    device.powerWatts = 77.71
    device.memoryTotalBytes = 80 << 30
    let json = try GPUReport(source: .nvml, cuda: "13.0", devices: [device]).json()
    #expect(json.contains("\"utilization_percent\" : 42,"))
    #expect(json.contains("\"power_watts\" : 77.71,"))
    #expect(json.contains("\"memory_total_bytes\" : 85899345920,"))
    #expect(json.contains("\"reason\" : null"))
  }

  @Test func figuresThatAreNotKnownSayWhy() throws {
    var gpu = GPUDevice(index: 0)
    gpu.time = 100
    gpu[.fan] = .absent(.unsupported, at: 100)
    gpu[.utilization] = GPUReading.known(5, of: .utilization, at: 90).aged
    gpu[.power] = .known(50, of: .power, at: 100)
    let device = try device(GPUReport(source: .nvml, devices: [gpu], time: 100))
    #expect(
      device["states"] as? [String: String]
        == ["fan_percent": "unsupported", "utilization_percent": "stale"])
    #expect(device["times"] as? [String: Double] == ["utilization_percent": 90])
    #expect(device["utilization_percent"] as? Int == 5)
    #expect(device["fan_percent"] is NSNull)
  }

  @Test func noDeviceIsAnEmptyList() throws {
    let whole = try object(GPUReport(source: .none, reason: "no driver"))
    #expect((whole["devices"] as? [Any])?.isEmpty == true)
    #expect(whole["source"] as? String == "none")
  }

  @Test(arguments: [
    GPUOrigin.live, .replay(of: "morning.gpu"), .simulated("the tests"),
  ])
  func whatIsReadIsWhatWasWritten(origin: GPUOrigin) throws {
    var report = GPUReport(
      source: .nvml, reason: "why", driver: "580.82.07", cuda: "13.0",
      devices: [.complete(0), .complete(1), GPUDevice(index: 2)], time: 1_700_000_000.25,
      origin: origin)
    report.silentSeconds = 4
    let back = try JSONDecoder().decode(GPUReport.self, from: Data(report.json().utf8))
    #expect(back == report)
  }

  @Test func figuresThatCannotBeTrueAreReadAsUnknown() throws {
    let json = """
      {"source": "nvml", "devices": [{"index": 0, "utilization_percent": 1e300,
      "fan_percent": -4, "states": {"sm_clock_mhz": "in a later version's word"}}]}
      """
    let report = try JSONDecoder().decode(GPUReport.self, from: Data(json.utf8))
    let device = try #require(report.devices.first)
    #expect(device.utilizationPercent == nil)
    #expect(device[.utilization].state == .unknown)
    #expect(device.fanPercent == nil)
    #expect(device[.smClock] == .unknown)
  }
}

extension GPUDevice {
  /// A device that has something in every place.
  fileprivate static func complete(_ index: Int) -> GPUDevice {
    var device = GPUDevice(index: index)
    device.name = "GPU \(index)"
    device.uuid = "GPU-0"
    device.pciBusID = "00000000:83:00.0"
    device.computeCapability = CUDAComputeCapability(major: 9, minor: 0)
    device.time = 1_700_000_000
    let absent: [GPUReadingState] = [.unsupported, .noPermission, .lost, .unknown]
    for (place, metric) in GPUMetric.allCases.enumerated() {
      let value = metric.range.lowerBound + (metric.unit.isWhole ? 0 : 0.125)
      let known = GPUReading.known(value, of: metric, at: device.time - Double(place % 2))
      let readings = [known, known.aged] + absent.map { .absent($0, at: device.time) }
      device[metric] = readings[(place + index) % readings.count]
    }
    device.clockReasons = index == 0 ? [.powerCap, .idle] : nil
    device.clockReasonsState = index == 0 ? .known : .noPermission
    device.persistence = true
    device.eccEnabled = false
    device.migEnabled = true
    let slice = GPUInstanceID(gpuInstance: 3, computeInstance: 0)
    device.processes = [
      GPUProcess(
        pid: 4242, kinds: [.compute, .mps], memoryBytes: 1 << 31, smPercent: 1, memoryPercent: 2,
        encoderPercent: 3, decoderPercent: 4, name: "python", instance: slice),
      GPUProcess(pid: 1, kinds: []),
    ]
    device.processesNote = "Some are hidden."
    device.instances = [
      GPUInstance(
        id: slice, uuid: "MIG-0", name: "1g.10gb", memoryUsedBytes: 1, memoryTotalBytes: 2),
      GPUInstance(id: GPUInstanceID(gpuInstance: 4)),
    ]
    device.instances[0].utilizationPercent = 41.5
    device.instances[0].smPercent = 12
    device.instances[0].memoryUtilizationPercent = 0.5
    device.events = [GPUEvent(xid: 79, time: 5)]
    device.samples = [
      GPUSample(metric: .utilization, time: 1, value: 2),
      GPUSample(metric: .utilization, time: 3, value: 4),
      GPUSample(metric: .power, time: 1, value: 2.5),
    ]
    device.fault = "none really"
    device.stuck = GPUStuckCall(figure: "Power draw", seconds: 3.5)
    return device
  }
}
