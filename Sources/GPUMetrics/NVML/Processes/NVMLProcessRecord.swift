/// One process as the driver lists it.
struct NVMLProcessRecord: Hashable {
  let pid: Int32
  let memoryBytes: UInt64?
  let instance: GPUInstanceID?
}
