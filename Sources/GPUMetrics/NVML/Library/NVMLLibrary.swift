import CNVML
import Glibc

/// NVML as opened at run time; every call blocks, so it belongs to one serial executor.
///
/// The library is never unloaded: the driver may have started threads that run in it.
struct NVMLLibrary: Sendable {
  let symbols: NVMLSymbols
  /// The name or path it was opened by.
  let path: String

  /// Opens the first candidate that loads.
  /// - Throws: `libraryMissing`, or `libraryUnusable` when a file is there but does not serve.
  init(openingFirstOf searchPath: NVMLSearchPath) throws(DriverProblem) {
    var problem: DriverProblem?
    for candidate in searchPath.candidates {
      guard let handle = dlopen(candidate, RTLD_NOW | RTLD_LOCAL) else {
        let says = dlerror().map { String(cString: $0) } ?? "no reason given"
        if candidate.contains("/"), access(candidate, F_OK) == 0 {
          problem = problem ?? .libraryUnusable(path: candidate, says: says)
        }
        continue
      }
      symbols = try NVMLSymbols(of: handle, path: candidate)
      path = candidate
      return
    }
    throw problem ?? .libraryMissing(searched: searchPath.candidates)
  }

  func initialize() -> NVMLReturnCode {
    NVMLReturnCode(rawValue: symbols.initialize())
  }

  func shutdown() {
    _ = symbols.shutdown()
  }

  func driverVersion() -> String? {
    guard let function = symbols.driverVersion else { return nil }
    return text(length: NVML_DRIVER_VERSION_LENGTH, function).value
  }

  /// The newest CUDA version the driver supports, such as `13.0`.
  func cudaVersion() -> String? {
    guard let function = symbols.cudaVersion else { return nil }
    var number: Int32 = 0
    guard function(&number) == NVMLReturnCode.success.rawValue, number >= 1000 else { return nil }
    return "\(number / 1000).\(number % 1000 / 10)"
  }

  func deviceCount() -> NVMLReading<Int> {
    var count: UInt32 = 0
    let code = NVMLReturnCode(rawValue: symbols.deviceCount(&count))
    return code == .success ? .known(Int(count)).within(0...1024) : .unavailable(code)
  }

  func handle(at index: Int) -> NVMLReading<UnsafeMutableRawPointer> {
    var handle: nvml_device_t?
    let code = NVMLReturnCode(rawValue: symbols.deviceHandle(UInt32(index), &handle))
    guard code == .success else { return .unavailable(code) }
    return handle.map { .known($0) } ?? .unavailable(.unknown)
  }

  /// Calls a function that fills a buffer with a text; an empty text is unknown.
  func text(
    length: Int, _ function: (UnsafeMutablePointer<CChar>, UInt32) -> nvml_return_t
  ) -> NVMLReading<String> {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: length + 1) { buffer in
      buffer.initialize(repeating: 0)
      guard let start = buffer.baseAddress else { return .unavailable(.unknown) }
      let code = NVMLReturnCode(rawValue: function(start, UInt32(length)))
      guard code == .success else { return .unavailable(code) }
      buffer[length] = 0
      let text = String(cString: start)
      return text.isEmpty ? .unavailable(.notSupported) : .known(text)
    }
  }
}
