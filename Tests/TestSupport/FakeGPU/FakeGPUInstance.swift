/// A MIG instance of a fake device.
public struct FakeGPUInstance: Sendable, Hashable {
  /// Values by the script's keys, such as `slot`, `gi`, `total` or `slices`.
  public var values: [String: String]
  public var processes: [FakeGPUProcess]
  /// Keys that may stand several times, such as `gpm=2 45`.
  public var lines: [String] = []

  public init(_ values: [String: String], processes: [FakeGPUProcess] = []) {
    self.values = values
    self.processes = processes
  }

  /// One seventh of a GPU in a place of its parent, with figures that differ by place.
  /// - Parameter device: The parent's index, which is part of the UUID.
  public static func small(
    _ slot: Int, of device: Int, processes: [FakeGPUProcess] = []
  ) -> FakeGPUInstance {
    let digits = String(0x1000 + device * 16 + slot, radix: 16)
    return FakeGPUInstance(
      [
        "slot": "\(slot)", "gi": "\(7 + slot)", "ci": "0", "slices": "1", "compute_slices": "1",
        "name": "Fake GPU of the tests \(device) MIG 1g.10gb",
        "uuid": "MIG-00000000-0000-0000-0000-00000000\(digits)",
        "total": "\(10 << 30)", "reserved": "\(8 << 20)", "used": "\((slot + 1) << 28)",
      ], processes: processes)
  }

  var script: [String] {
    ["instance"] + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + lines
      + processes.map(\.line)
  }
}
