import Foundation

/// A folder with `Tests/FakeNvidiaSMI/nvidia-smi` and its script in it, for the front of a PATH.
public struct ScriptedNvidiaSMI: Sendable {
  private let directory: TemporaryDirectory

  public var folder: String { directory.path }
  public var path: String {
    directory.url.appending(path: "nvidia-smi").path(percentEncoded: false)
  }

  /// - Parameters:
  ///   - devices: Fields by the names of `--query-gpu`, without units.
  ///   - settings: Lines of the whole machine, such as `failure=mismatch`; the command's own head
  ///     explains them.
  public init(_ devices: [[String: String]], settings: [String] = []) throws {
    directory = try TemporaryDirectory("atelier-scripted-smi")
    let command = IndependentReading.root.appending(path: "Tests/FakeNvidiaSMI/nvidia-smi")
    // A copy: it looks for its script beside itself.
    try FileManager.default.copyItem(atPath: command.path, toPath: path)
    try script(devices, settings: settings)
  }

  /// Replaces the script; it counts from the next round on.
  public func script(_ devices: [[String: String]], settings: [String] = []) throws {
    let lines = devices.flatMap { device in
      ["device"] + device.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }
    try Data((settings + lines).joined(separator: "\n").utf8)
      .write(to: directory.url.appending(path: "nvidia-smi.conf"), options: .atomic)
  }

  /// The fields of a healthy device, which differ by index.
  public static func healthy(_ index: Int) -> [String: String] {
    [
      "uuid": "GPU-00000000-0000-0000-0000-00000000000\(index + 1)",
      "name": "Fake GPU of the tests \(index)", "pci.bus_id": "00000000:0\(index + 1):00.0",
      "driver_version": "580.82.07", "utilization.gpu": "\(40 + index)",
      "utilization.memory": "\(20 + index)", "memory.total": "81920", "memory.reserved": "1024",
      "memory.used": "\(1024 * (index + 1))", "memory.free": "\(79872 - 1024 * (index + 1))",
      "temperature.gpu": "\(50 + index)", "power.draw": "300.50", "power.limit": "700.00",
      "enforced.power.limit": "700.00", "clocks.current.sm": "\(1500 + index)",
      "clocks.current.memory": "2619", "clocks.max.sm": "1980", "pstate": "P0",
      "clocks_event_reasons.active": "0x0000000000000004", "compute_cap": "9.0",
      "persistence_mode": "Enabled", "mig.mode.current": "Disabled",
      "pcie.link.gen.current": "4", "pcie.link.width.current": "16",
    ]
  }
}
