/// Why the fake NVML could not be made.
struct FakeNVMLFailure: Error, CustomStringConvertible {
  let description: String
}
