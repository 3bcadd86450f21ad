/// The characters of several scalars that cells point to by number.
struct ClusterTable {
  /// Scalars kept of one character; further combining marks are left out.
  static let longestCluster = 16
  /// Numbers given out; beyond, further marks are left out, so that memory is bounded.
  static let capacity = 65_536

  /// What was there and what came to it, in one word.
  private var numbers: [UInt64: UInt32] = [:]
  private var clusters: [[UInt32]] = []

  /// The content of a cell that had this content and is given one scalar more.
  mutating func content(adding scalar: UInt32, to content: UInt32) -> UInt32 {
    let key = UInt64(content) << 32 | UInt64(scalar)
    if let number = numbers[key] { return number | PackedCell.clusterFlag }
    let scalars = scalars(of: content)
    guard clusters.count < Self.capacity, scalars.count < Self.longestCluster else {
      return content
    }
    let number = UInt32(clusters.count)
    clusters.append(scalars + [scalar])
    numbers[key] = number
    return number | PackedCell.clusterFlag
  }

  private func scalars(of content: UInt32) -> [UInt32] {
    content & PackedCell.clusterFlag == 0
      ? [content] : clusters[Int(content & ~PackedCell.clusterFlag)]
  }

  /// The character of a cell's content; a space where nothing was written.
  func character(for content: UInt32) -> Character {
    if content & PackedCell.clusterFlag != 0 {
      return Self.character(of: clusters[Int(content & ~PackedCell.clusterFlag)])
    }
    guard content > 0x20, content != 0x7F else { return " " }
    return Unicode.Scalar(content).map(Character.init) ?? "\u{FFFD}"
  }

  /// A joiner at the end would make the outer terminal join the cell with the next one.
  private static func character(of scalars: [UInt32]) -> Character {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    while text.last == "\u{200D}" { text.removeLast() }
    return String(text).first ?? " "
  }
}
