/// The characters of several scalars that cells point to by number.
struct ClusterTable {
  /// Scalars kept of one character; further combining marks are left out.
  static let longestCluster = 16
  /// Numbers given out; beyond, only a character's first scalar is kept, so that memory is bounded.
  static let capacity = 65_536

  private var numbers: [[UInt32]: UInt32] = [:]
  private var characters: [Character] = []

  /// The content of a cell that shows these scalars.
  mutating func content(for scalars: [UInt32]) -> UInt32 {
    if let number = numbers[scalars] { return number | PackedCell.clusterFlag }
    guard characters.count < Self.capacity else { return scalars.first ?? 0 }
    let number = UInt32(characters.count)
    characters.append(Self.character(of: scalars))
    numbers[scalars] = number
    return number | PackedCell.clusterFlag
  }

  /// The character of a cell's content; a space where nothing was written.
  func character(for content: UInt32) -> Character {
    if content & PackedCell.clusterFlag != 0 {
      return characters[Int(content & ~PackedCell.clusterFlag)]
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
