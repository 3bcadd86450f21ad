/// An initialised library and its versions.
struct NVMLDriver: Sendable {
  let library: NVMLLibrary
  let version: String?
  let cuda: String?
}
