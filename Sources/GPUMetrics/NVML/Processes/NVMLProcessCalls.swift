import CNVML

/// The generations of one call that lists processes, as far as a driver has them.
struct NVMLProcessCalls: Sendable {
  /// The newest there is.
  let newest: nvml_device_processes_function?
  /// The second, whose records always name the instance; nil where it is the newest, or is missing.
  let second: nvml_device_processes_function?

  /// - Parameters:
  ///   - name: The oldest generation's.
  ///   - find: Looks a function up by its name.
  init(_ name: String, find: (String) -> nvml_device_processes_function?) {
    let third = find(name + "_v3")
    let second = find(name + "_v2")
    newest = third ?? second ?? find(name)
    self.second = third == nil ? nil : second
  }
}
