/// One device of the fake NVML, as lines of its script.
public struct FakeGPU: Sendable, Hashable {
  /// A key's value in the script; `error N` makes the call answer N, and a missing key makes it
  /// answer "not supported".
  public var values: [String: String]

  public init(_ values: [String: String]) {
    self.values = values
  }

  /// A device that answers every call, with figures that differ by index.
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

  /// The same device with some values replaced.
  public func with(_ changes: [String: String]) -> FakeGPU {
    FakeGPU(values.merging(changes) { $1 })
  }

  /// The same device, which answers "not supported" to what these keys stand for.
  public func without(_ keys: String...) -> FakeGPU {
    FakeGPU(values.filter { !keys.contains($0.key) })
  }
}
