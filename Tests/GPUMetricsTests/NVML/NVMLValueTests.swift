import CNVML
import Testing

@testable import GPUMetrics

@Suite struct NVMLValueTests {
  @Test(
    arguments: [
      (NVML_VALUE_DOUBLE, (1.5).bitPattern, 1.5), (NVML_VALUE_UINT32, 0xFFFF_FFFF_0000_0007, 7),
      (NVML_VALUE_UINT64, 1 << 40, Double(UInt64(1) << 40)),
      (NVML_VALUE_INT64, UInt64(bitPattern: -3), -3), (NVML_VALUE_INT32, 0xFFFF_FFFB, -5),
      (NVML_VALUE_DOUBLE, Double.nan.bitPattern, nil), (99, 7, nil),
    ] as [(Int, UInt64, Double?)])
  func theTypeSaysWhichBytesCount(type: Int, bits: UInt64, number: Double?) {
    #expect(NVMLValue(type: Int32(type), bits: bits).number == number)
  }

  @Test func aNegativeNumberIsNoCount() {
    #expect(NVMLValue(type: Int32(NVML_VALUE_INT64), bits: .max).whole == nil)
  }
}
