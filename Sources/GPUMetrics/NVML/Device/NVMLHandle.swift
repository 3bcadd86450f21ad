import CNVML

/// A device of an opened library; each call blocks.
///
/// NVML's functions may be called from several threads, and the handle is only a name to it.
struct NVMLHandle: @unchecked Sendable {
  let library: NVMLLibrary
  let pointer: nvml_device_t

  var symbols: NVMLSymbols { library.symbols }

  func text(_ function: nvml_device_text_function?, length: Int) -> String? {
    function.flatMap { function in
      library.text(length: length) { function(pointer, $0, $1) }.value
    }
  }

  func number(_ function: nvml_device_number_function?) -> NVMLReading<Double> {
    guard let function else { return .unavailable(.functionNotFound) }
    var value: UInt32 = 0
    let code = NVMLReturnCode(rawValue: function(pointer, &value))
    return code == .success ? .known(Double(value)) : .unavailable(code)
  }

  func choice(_ function: nvml_device_choice_function?, _ which: Int) -> NVMLReading<Double> {
    guard let function else { return .unavailable(.functionNotFound) }
    var value: UInt32 = 0
    let code = NVMLReturnCode(rawValue: function(pointer, Int32(which), &value))
    return code == .success ? .known(Double(value)) : .unavailable(code)
  }

  func state(_ function: nvml_device_state_function?) -> NVMLReading<Double> {
    guard let function else { return .unavailable(.functionNotFound) }
    var value: Int32 = 0
    let code = NVMLReturnCode(rawValue: function(pointer, &value))
    return code == .success ? .known(Double(value)) : .unavailable(code)
  }

  func largeNumber(_ function: nvml_device_large_number_function?) -> NVMLReading<UInt64> {
    guard let function else { return .unavailable(.functionNotFound) }
    var value: UInt64 = 0
    let code = NVMLReturnCode(rawValue: function(pointer, &value))
    return code == .success ? .known(value) : .unavailable(code)
  }

  /// The first of the two numbers.
  func first(_ function: nvml_device_two_numbers_function?) -> NVMLReading<Double> {
    guard let function else { return .unavailable(.functionNotFound) }
    var (first, second): (UInt32, UInt32) = (0, 0)
    let code = NVMLReturnCode(rawValue: function(pointer, &first, &second))
    return code == .success ? .known(Double(first)) : .unavailable(code)
  }

  /// Whether a mode is on; nil when it is neither on nor off.
  func mode(_ reading: NVMLReading<Double>) -> Bool? {
    switch reading.value {
    case 0: false
    case 1: true
    default: nil
    }
  }

  func errors(_ kind: Int) -> NVMLReading<Double> {
    guard let function = symbols.eccErrors else { return .unavailable(.functionNotFound) }
    var count: UInt64 = 0
    let code = NVMLReturnCode(
      rawValue: function(pointer, Int32(kind), Int32(NVML_ECC_VOLATILE), &count))
    return code == .success ? .known(Double(count)) : .unavailable(code)
  }
}
