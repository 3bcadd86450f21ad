import CNVML

/// Reads the parts of a device that is split by MIG.
struct NVMLInstanceReader {
  /// More than any device can be split into.
  private static let most = 64

  private var found: [(handle: NVMLHandle, instance: GPUInstance)] = []
  private var use = NVMLInstanceUse()

  /// The parts with their memory of this moment, and what they were used since the last call.
  /// - Parameters:
  ///   - looksAgain: Looks at every place; else only when a known part answers no more, as its
  ///     handle is dead after the device has been split anew.
  ///   - time: The round's, in seconds since 1970.
  mutating func read(_ handle: NVMLHandle, looksAgain: Bool, at time: Double) -> [GPUInstance] {
    if looksAgain || found.isEmpty { found = look(handle) }
    if !refresh() {
      found = look(handle)
      _ = refresh()
    }
    var instances = found.map(\.instance)
    use.read(handle, into: &instances, at: time)
    return instances
  }

  mutating func forget() {
    found = []
    use.forget()
  }

  /// - Returns: False when a part is gone.
  private mutating func refresh() -> Bool {
    for index in found.indices {
      let memory = found[index].handle.memory()
      if [.invalidArgument, .notFound].contains(memory.code) || memory.code.meansDeviceGone {
        return false
      }
      found[index].instance.memoryTotalBytes = memory.value?[0].flatMap { UInt64(exactly: $0) }
      found[index].instance.memoryUsedBytes = memory.value?[1].flatMap { UInt64(exactly: $0) }
    }
    return true
  }

  /// Places are sparse: an empty one says nothing of those behind it.
  private func look(_ handle: NVMLHandle) -> [(handle: NVMLHandle, instance: GPUInstance)] {
    guard let function = handle.symbols.instanceHandle else { return [] }
    let count = handle.number(handle.symbols.maximumInstances).value ?? 7
    return (0..<min(Int(count), Self.most)).compactMap { place in
      var pointer: nvml_device_t?
      let code = NVMLReturnCode(rawValue: function(handle.pointer, UInt32(place), &pointer))
      guard code == .success, let pointer else { return nil }
      let part = NVMLHandle(library: handle.library, pointer: pointer)
      guard let gpu = part.number(part.symbols.gpuInstance).value.flatMap({ Int(exactly: $0) })
      else { return nil }
      let compute = part.number(part.symbols.computeInstance).value.flatMap { Int(exactly: $0) }
      return (
        part,
        GPUInstance(
          id: GPUInstanceID(gpuInstance: gpu, computeInstance: compute),
          uuid: part.text(part.symbols.uuid, length: NVML_UUID_LENGTH),
          name: part.text(part.symbols.name, length: NVML_NAME_LENGTH))
      )
    }
  }
}
