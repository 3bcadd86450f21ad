/// One device of the fake NVML, as lines of its script.
public struct FakeGPU: Sendable, Hashable {
  /// A key's value in the script; `error N` makes the call answer N, and a missing key makes it
  /// answer "not supported".
  public var values: [String: String]
  /// Keys that may stand several times, such as `field=190 700000` or `xid=500 79`.
  public var lines: [String] = []
  public var processes: [FakeGPUProcess] = []
  public var instances: [FakeGPUInstance] = []

  public init(_ values: [String: String]) {
    self.values = values
  }

  /// A device that answers every call of the plainest reader, with figures that differ by index.
  public static func healthy(_ index: Int) -> FakeGPU {
    let bus = String(index + 1, radix: 16, uppercase: true)
    return FakeGPU([
      "name": "Fake GPU of the tests \(index)",
      "uuid": "GPU-00000000-0000-0000-0000-\(String(repeating: "0", count: 12 - bus.count))\(bus)",
      "bus": "00000000:\(bus.count == 1 ? "0" : "")\(bus):00.0",
      "gpu": "\(40 + index)", "memory": "\(20 + index)",
      "total": "\(80 << 30)", "reserved": "\(1 << 30)", "used": "\((index + 1) << 30)",
      "temperature": "\(50 + index)", "power": "\(300_500 + index)", "limit": "700000",
      "sm": "\(1500 + index)", "fan": "\(30 + index)", "capability": "900",
    ])
  }

  /// The script's lines below and with `device`.
  var script: [String] {
    ["device"] + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + lines
      + processes.map(\.line) + instances.flatMap(\.script)
  }

  /// The same device with some values replaced.
  public func with(_ changes: [String: String]) -> FakeGPU {
    var changed = self
    changed.values.merge(changes) { $1 }
    return changed
  }

  /// The same device, which answers "not supported" to what these keys stand for.
  public func without(_ keys: String...) -> FakeGPU {
    var changed = self
    for key in keys { changed.values[key] = nil }
    return changed
  }

  /// The same device with further lines, each `key=value`.
  public func adding(_ lines: String...) -> FakeGPU {
    var changed = self
    changed.lines += lines
    return changed
  }

  /// The same device with further processes.
  public func running(_ processes: [FakeGPUProcess]) -> FakeGPU {
    var changed = self
    changed.processes += processes
    return changed
  }

  /// The same device in MIG mode with these instances.
  public func cut(into instances: [FakeGPUInstance]) -> FakeGPU {
    var changed = with(["mig": "1"])
    changed.instances = instances
    return changed
  }
}
