import CNVML

/// What does not change about a device while the driver is loaded.
struct NVMLFacts {
  let name: String?
  let uuid: String?
  let pciBusID: String?
  let computeCapability: CUDAComputeCapability?

  init(_ handle: NVMLHandle) {
    name = handle.text(handle.symbols.name, length: NVML_NAME_LENGTH)
    uuid = handle.text(handle.symbols.uuid, length: NVML_UUID_LENGTH)
    pciBusID = handle.symbols.pciInfo.flatMap { function in
      var info = nvml_pci_info_t()
      guard function(handle.pointer, &info) == NVMLReturnCode.success.rawValue else { return nil }
      let text = withUnsafeBytes(of: info.bus_id) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return text.isEmpty ? nil : text
    }
    computeCapability = handle.symbols.computeCapability.flatMap { function in
      var major: Int32 = 0
      var minor: Int32 = 0
      let code = NVMLReturnCode(rawValue: function(handle.pointer, &major, &minor))
      guard code == .success, major > 0 else { return nil }
      return CUDAComputeCapability(major: Int(major), minor: Int(minor))
    }
  }
}
