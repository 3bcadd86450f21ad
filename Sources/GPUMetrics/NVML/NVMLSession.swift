/// An initialised library and the devices found in it so far.
struct NVMLSession {
  private let library: NVMLLibrary
  private let driver: String?
  private let cuda: String?
  private var devices: [Int: NVMLDevice] = [:]

  init(searchPath: NVMLSearchPath) throws(DriverProblem) {
    library = try NVMLLibrary(openingFirstOf: searchPath)
    let code = library.initialize()
    guard code == .success else { throw DriverProblem(code) }
    driver = library.driverVersion()
    cuda = library.cudaVersion()
  }

  /// Reads every device; one that fails carries its fault and the others go on.
  /// - Throws: The whole driver is gone.
  mutating func read() throws(DriverProblem) -> GPUReport {
    let count: Int
    switch library.deviceCount() {
    case .known(let known): count = known
    case .unavailable(let code): throw DriverProblem(code)
    }
    devices = devices.filter { $0.key < count }
    var report = GPUReport(source: .nvml, driver: driver, cuda: cuda)
    report.devices = (0..<count).map { read(at: $0) }
    if count == 0 { report.reason = DriverProblem.noDevices.summary }
    return report
  }

  func end() {
    library.shutdown()
  }

  private mutating func read(at index: Int) -> GPUDevice {
    let device: NVMLDevice
    if let found = devices[index] {
      device = found
    } else {
      switch library.handle(at: index) {
      case .known(let handle):
        device = NVMLDevice(library: library, handle: handle, index: index)
        devices[index] = device
      case .unavailable(let code):
        var missing = GPUDevice(index: index)
        missing.fault = code.deviceFault
        return missing
      }
    }
    let figures = device.read()
    // A lost device's handle is dead even after the device is back.
    if figures.fault != nil { devices[index] = nil }
    return figures
  }
}
