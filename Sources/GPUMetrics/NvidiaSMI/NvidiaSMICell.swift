/// One cell of a row, with or without a unit behind its number.
struct NvidiaSMICell: Hashable, Sendable {
  private let content: String

  init(_ cell: Substring) {
    content = cell.split(separator: " ").joined(separator: " ")
  }

  init(_ cell: String) {
    self.init(cell[...])
  }

  /// Nil for an empty cell and for the tokens that stand in for an absent value.
  var text: String? {
    let absent = content.isEmpty || content == "N/A" || content == "-" || content.hasPrefix("[")
    return absent ? nil : content
  }

  func number(in range: ClosedRange<Double>) -> Double? {
    guard let token = content.split(separator: " ").first,
      token.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }),
      let value = Double(token), range.contains(value)
    else { return nil }
    return value
  }

  func whole(in range: ClosedRange<Int>) -> Int? {
    number(in: Double(range.lowerBound)...Double(range.upperBound)).map { Int($0.rounded()) }
  }

  /// Bytes of a cell in MiB.
  var mebibytes: UInt64? {
    number(in: 0...1_000_000_000).map { UInt64($0 * 1_048_576) }
  }
}
