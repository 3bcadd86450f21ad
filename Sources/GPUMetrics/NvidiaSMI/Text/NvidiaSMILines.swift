/// Cuts what the command writes into lines, and keeps no more than one line's worth of it.
struct NvidiaSMILines: Sendable {
  enum Line: Hashable, Sendable {
    case text(String)
    /// Longer than any row; what it said is not kept.
    case tooLong
  }

  /// In bytes; a row of every field is about 500.
  static let longest = 8192

  private var partial: [UInt8] = []
  private var isTooLong = false

  /// Nothing of a line has come that has not ended yet.
  var isBetweenLines: Bool { partial.isEmpty && !isTooLong }

  /// The lines that have ended with these bytes.
  mutating func take(_ bytes: some Collection<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<end])
      lines.append(isTooLong ? .tooLong : .text(String(decoding: partial, as: UTF8.self)))
      partial.removeAll(keepingCapacity: true)
      isTooLong = false
      rest = rest[rest.index(after: end)...]
    }
    keep(rest)
    return lines
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    guard !isTooLong, partial.count + bytes.count <= Self.longest else {
      isTooLong = true
      return partial.removeAll()
    }
    partial += bytes
  }
}
