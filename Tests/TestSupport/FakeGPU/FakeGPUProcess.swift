/// A process of a fake device or instance.
public struct FakeGPUProcess: Sendable, Hashable {
  public var pid: Int32
  /// Bytes; nil where the driver does not say.
  public var memory: UInt64?
  /// `compute`, `graphics` and `mps`, joined by `+`.
  public var kinds: String
  /// Percent by engine (`sm`, `mem`, `enc`, `dec`), each a number or a wave such as
  /// `sine:10:90:2000`; a process without any has no utilisation sample.
  public var utilization: [String: String]
  /// Other words of its line, such as `name=python`, `age_ms=500` or `garbage=1`.
  public var words: [String]

  public init(
    _ pid: Int32, memory: UInt64?, kinds: String = "compute", utilization: [String: String] = [:],
    words: [String] = []
  ) {
    self.pid = pid
    self.memory = memory
    self.kinds = kinds
    self.utilization = utilization
    self.words = words
  }

  var line: String {
    let uses = utilization.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return (["process=\(pid)", memory.map(String.init) ?? "none", kinds] + uses + words)
      .joined(separator: " ")
  }
}
