import Foundation

/// Judges whether a download has room on the disk once it is unpacked.
public struct PrefetchDisk: Sendable, Hashable {
  /// Unpacked packages take about so many times what is downloaded.
  public let unpackedFactor: UInt64
  /// What must stay free, in bytes.
  public let margin: UInt64

  public init(unpackedFactor: UInt64 = 4, margin: UInt64 = 1_000_000_000) {
    self.unpackedFactor = unpackedFactor
    self.margin = margin
  }

  /// What an install of a download takes, in bytes.
  public func unpackedBytes(_ downloadBytes: UInt64) -> UInt64 {
    let (bytes, overflow) = downloadBytes.multipliedReportingOverflow(by: unpackedFactor)
    return overflow ? .max : bytes
  }

  /// Why it has no room, in words; nil when it has, or when that cannot be known.
  /// - Parameter downloadBytes: Nil when it is not known before it is solved: then only the margin
  ///   must be free.
  public func problem(downloadBytes: UInt64?, free: UInt64?) -> String? {
    guard let free else { return nil }
    let needed = downloadBytes.map(unpackedBytes) ?? 0
    let (sum, overflow) = needed.addingReportingOverflow(margin)
    guard overflow || sum > free else { return nil }
    let need = downloadBytes == nil ? "" : "it takes about \(Self.words(needed)), and "
    return "Not enough room: \(need)\(Self.words(free)) are free, of which "
      + "\(Self.words(margin)) are kept."
  }

  /// Such as `3.9 GB` or `160 MB`, in powers of ten as package indexes count.
  public static func words(_ bytes: UInt64) -> String {
    let value = Double(bytes)
    return value >= 1e9
      ? String(format: "%.1f GB", value / 1e9)
      : value >= 1e6
        ? String(format: "%.0f MB", value / 1e6) : String(format: "%.0f kB", value / 1e3)
  }
}
