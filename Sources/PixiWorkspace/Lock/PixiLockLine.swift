/// One line of a pixi.lock: spaces, perhaps `- `, then `key: value` or a text.
struct PixiLockLine {
  /// Spaces in front.
  let indent: Int
  /// Whether it begins an item of a list.
  let isItem: Bool
  /// What follows, without the white space at its end.
  let content: UnsafeRawBufferPointer

  init(_ line: UnsafeRawBufferPointer) {
    var end = line.count
    while end > 0, line[end - 1] == UInt8(ascii: " ") || line[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    var start = 0
    while start < end, line[start] == UInt8(ascii: " ") { start += 1 }
    indent = start
    isItem =
      start + 1 < end && line[start] == UInt8(ascii: "-") && line[start + 1] == UInt8(ascii: " ")
    if isItem { start += 2 }
    while start < end, line[start] == UInt8(ascii: " ") { start += 1 }
    content = UnsafeRawBufferPointer(rebasing: line[start..<end])
  }

  var isEmpty: Bool { content.isEmpty }

  /// The whole text, without quotation marks.
  var item: String { Self.unquoted(content[...]) }

  /// The text up to the first colon that ends a word, and what follows; nil without one.
  var field: (key: String, value: String)? {
    var place = 0
    while place < content.count {
      if content[place] == UInt8(ascii: ":"),
        place + 1 == content.count || content[place + 1] == UInt8(ascii: " ")
      {
        let value = content[min(place + 2, content.count)...]
        return (Self.unquoted(content[..<place]), Self.unquoted(value))
      }
      place += 1
    }
    return nil
  }

  private static func unquoted(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    var bytes = bytes
    if let first = bytes.first, bytes.count >= 2, first == bytes.last,
      first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
