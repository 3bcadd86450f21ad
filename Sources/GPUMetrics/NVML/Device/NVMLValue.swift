import CNVML

/// A value of one of several types in eight bytes (nvmlValue_t), of which the type says what counts.
struct NVMLValue {
  let type: Int32
  let bits: UInt64

  /// Nil for a type that this program does not know, and for what is no number.
  var number: Double? {
    switch Int(type) {
    case NVML_VALUE_DOUBLE:
      let value = Double(bitPattern: bits)
      return value.isFinite ? value : nil
    case NVML_VALUE_INT64: return Double(Int64(bitPattern: bits))
    case NVML_VALUE_INT32: return Double(Int32(truncatingIfNeeded: bits))
    default: return whole.map { Double($0) }
    }
  }

  /// A whole number that is not negative; nil for one of another type.
  var whole: UInt64? {
    switch Int(type) {
    case NVML_VALUE_UINT32: UInt64(UInt32(truncatingIfNeeded: bits))
    case NVML_VALUE_ULONG, NVML_VALUE_UINT64: bits
    case NVML_VALUE_INT64: Int64(bitPattern: bits) >= 0 ? bits : nil
    default: nil
    }
  }
}
