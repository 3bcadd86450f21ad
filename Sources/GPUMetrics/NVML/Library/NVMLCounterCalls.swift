import CNVML

/// The calls for a driver's performance counters (GPM); a driver has all of them or none.
struct NVMLCounterCalls: Sendable {
  let support: nvml_gpm_support_function
  let allocate: nvml_gpm_allocate_function
  let free: nvml_gpm_free_function
  let instance: nvml_gpm_instance_function
  let metrics: nvml_gpm_metrics_function

  /// - Parameter find: Looks a function up by its name.
  init?(find: (String) -> UnsafeMutableRawPointer?) {
    guard let support = find("nvmlGpmQueryDeviceSupport"),
      let allocate = find("nvmlGpmSampleAlloc"), let free = find("nvmlGpmSampleFree"),
      let instance = find("nvmlGpmMigSampleGet"), let metrics = find("nvmlGpmMetricsGet")
    else { return nil }
    self.support = unsafeBitCast(support, to: nvml_gpm_support_function.self)
    self.allocate = unsafeBitCast(allocate, to: nvml_gpm_allocate_function.self)
    self.free = unsafeBitCast(free, to: nvml_gpm_free_function.self)
    self.instance = unsafeBitCast(instance, to: nvml_gpm_instance_function.self)
    self.metrics = unsafeBitCast(metrics, to: nvml_gpm_metrics_function.self)
  }
}
