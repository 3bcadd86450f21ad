/// A device's memory in bytes, of which only what can be true is kept.
struct GPUMemory: Equatable, Sendable {
  let total: UInt64?
  let used: UInt64?
  let reserved: UInt64?

  /// A total of 0 comes from parts that share the machine's memory: nothing of it is a figure.
  init(total: UInt64, used: UInt64?, reserved: UInt64?) {
    self.total = total > 0 ? total : nil
    self.used = used.flatMap { total > 0 && $0 <= total ? $0 : nil }
    self.reserved = reserved.flatMap { total > 0 && $0 <= total ? $0 : nil }
  }
}
