/// A line in which nvidia-smi says that it cannot reach one GPU.
struct NvidiaSMIFault: Hashable, Sendable {
  /// Only newer versions say it.
  let index: Int?
  let busID: String?
  let says: String

  /// Takes `Unable to determine the device handle for GPU0000:08:00.0: Unknown Error` and the
  /// newer `… for GPU1: 0000:34:00.0: Unknown Error`.
  init?(_ line: Substring) {
    let opening = "Unable to determine the device handle for "
    guard let start = line.firstRange(of: opening)?.upperBound else { return nil }
    var words = line[start...].split(separator: " ")
    guard let first = words.first, first.hasPrefix("GPU") else { return nil }
    words.removeFirst()
    let named = first.dropFirst("GPU".count).trimmingSuffix(":")
    if let index = Int(named) {
      self.index = index
      busID = words.first.map { String($0.trimmingSuffix(":")) }
      words = Array(words.dropFirst())
    } else {
      index = nil
      busID = named.isEmpty ? nil : String(named)
    }
    let reason = words.joined(separator: " ")
    says =
      "The driver cannot reach this GPU\(reason.isEmpty ? "" : " (\(reason))"). "
      + "A reboot brings it back; if it happens again, have its power and cooling checked."
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }
}
