/// A cell of the emulated screen in 16 bytes, so that a line is filled and copied fast.
struct PackedCell {
  /// A Unicode scalar, 0 where nothing was written, or with `clusterFlag` the number of a cluster.
  var content: UInt32 = 0
  var foreground = PackedColor.terminalDefault
  var background = PackedColor.terminalDefault
  /// `Attributes.rawValue`.
  var attributes: UInt16 = 0
  /// 1 or 2 columns, 0 for the cell behind a wide character.
  var width: UInt8 = 1

  static let clusterFlag: UInt32 = 1 << 31

  /// Whether the cell looks like one that was never written.
  var isBlank: Bool {
    (content == 0 || content == 0x20) && background.rawValue == 0 && width == 1
      && attributes & Self.visibleOnSpaces == 0
  }

  private static let visibleOnSpaces: UInt16 = 0b0111_1000

  /// The cell that is left when something is erased in this style: its background stays.
  var erased: PackedCell { PackedCell(background: background) }

  func hasSameStyle(as other: PackedCell) -> Bool {
    foreground == other.foreground && background == other.background
      && attributes == other.attributes
  }
}
