/// One cell of a row, with or without a unit behind its number.
struct NvidiaSMICell: Hashable, Sendable {
  private static let units: Set<Substring> = ["%", "MiB", "W", "MHz", "C", "mJ", "us"]
  /// The longest text NVML has (NVML_DEVICE_NAME_V2_BUFFER_SIZE), with room for a path.
  private static let longestText = 256

  private let content: String

  init(_ cell: Substring) {
    content = cell.split(separator: " ").joined(separator: " ")
  }

  init(_ cell: String) {
    self.init(cell[...])
  }

  /// Nil for an empty cell, for the tokens that stand in for an absent value, and for what holds
  /// control characters or is longer than any text of the driver.
  var text: String? {
    let isAbsent =
      content.isEmpty || content == "N/A" || content == "-" || content.hasPrefix("[")
      || content.utf8.count > Self.longestText
      || content.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isAbsent ? nil : content
  }

  /// Why there is no value, as far as the cell tells.
  var absence: GPUReadingState {
    switch content.trimmingBrackets {
    case "N/A", "-", "Not Supported", "Function Not Found",
      "Requested functionality has been deprecated":
      .unsupported
    case "Insufficient Permissions": .noPermission
    case "GPU is lost": .lost
    default: .unknown
    }
  }

  /// False where the cell can be no value of the field, as when cells have moved; what has no
  /// shape of its own fits anywhere.
  func fits(_ field: NvidiaSMIField) -> Bool {
    if content.isEmpty || content == "N/A" || content == "-" || content.hasPrefix("[") {
      return true
    }
    return switch field {
    case .uuid: content.hasPrefix("GPU-") || content.hasPrefix("MIG-")
    case .busID: content.contains(":")
    case .performanceState: state != nil
    case .clockReasons: mask != nil
    case .persistence, .eccMode, .migMode, .remappedRowsPending, .remappedRowsFailure: flag != nil
    case .computeCapability: CUDAComputeCapability(content) != nil
    default: true
    }
  }

  /// Nil unless the cell is a number, alone or before its unit.
  var number: Double? {
    let words = content.split(separator: " ")
    guard let token = words.first, words.count == 1 || words.count == 2,
      words.count == 1 || Self.units.contains(words[1])
    else { return nil }
    let digits = token.hasPrefix("-") ? token.dropFirst() : token
    guard digits.first?.isASCIIDigit == true,
      digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let value = Double(token),
      value.isFinite
    else { return nil }
    return value
  }

  /// Nil unless the cell is digits alone.
  func whole(in range: ClosedRange<Int>) -> Int? {
    guard !content.isEmpty, content.allSatisfy(\.isASCIIDigit), let value = Int(content),
      range.contains(value)
    else { return nil }
    return value
  }

  /// Bytes of a cell in MiB.
  var mebibytes: UInt64? {
    number.flatMap { (0...1_000_000_000).contains($0) ? UInt64($0 * 1_048_576) : nil }
  }

  /// The number of a performance state, such as `P8`.
  var state: Double? {
    content.hasPrefix("P") ? NvidiaSMICell(content.dropFirst()).number : nil
  }

  /// A mask, such as `0x0000000000000004`.
  var mask: UInt64? {
    content.hasPrefix("0x") ? UInt64(content.dropFirst(2), radix: 16) : nil
  }

  /// On or off, in any of the command's words for it.
  var flag: Bool? {
    switch content {
    case "Enabled", "Active", "Yes", "1": true
    case "Disabled", "Not Active", "No", "0": false
    default: nil
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  fileprivate var trimmingBrackets: Substring {
    hasPrefix("[") && hasSuffix("]") ? dropFirst().dropLast() : self[...]
  }
}
