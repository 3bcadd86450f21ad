import CNVML

/// One GPU of an opened library, with what does not change while the driver is loaded.
struct NVMLDevice {
  let library: NVMLLibrary
  let handle: UnsafeMutableRawPointer
  let index: Int
  let name: String?
  let uuid: String?
  let pciBusID: String?
  let computeCapability: CUDAComputeCapability?

  init(library: NVMLLibrary, handle: UnsafeMutableRawPointer, index: Int) {
    self.library = library
    self.handle = handle
    self.index = index
    name = library.symbols.name.flatMap { function in
      library.text(length: NVML_NAME_LENGTH) { function(handle, $0, $1) }.value
    }
    uuid = library.symbols.uuid.flatMap { function in
      library.text(length: NVML_UUID_LENGTH) { function(handle, $0, $1) }.value
    }
    pciBusID = library.symbols.pciInfo.flatMap { function in
      var info = nvml_pci_info_t()
      guard function(handle, &info) == NVMLReturnCode.success.rawValue else { return nil }
      let text = withUnsafeBytes(of: info.bus_id) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return text.isEmpty ? nil : text
    }
    computeCapability = library.symbols.computeCapability.flatMap { function in
      var major: Int32 = 0
      var minor: Int32 = 0
      guard function(handle, &major, &minor) == NVMLReturnCode.success.rawValue, major > 0 else {
        return nil
      }
      return CUDAComputeCapability(major: Int(major), minor: Int(minor))
    }
  }
}
