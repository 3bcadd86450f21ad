extension Unicode.Scalar {
  /// Whether its general category is Cc: the characters below U+0020, and U+007F to U+009F.
  var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}
