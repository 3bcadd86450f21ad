import TOMLReading

extension TOMLTree {
  /// - Throws: `PixiManifestError` when it is no table.
  func entries(_ expected: String = "must be a table") throws -> [Entry] {
    guard case .table(let entries) = value else { throw failure(expected) }
    return entries
  }

  /// - Throws: `PixiManifestError` when it is no list.
  func items(_ expected: String = "must be a list") throws -> [TOMLTree] {
    guard case .list(let items) = value else { throw failure(expected) }
    return items
  }

  /// - Throws: `PixiManifestError` when it is no text.
  func text(_ expected: String = "must be a text") throws -> String {
    guard case .text(let text) = value else { throw failure(expected) }
    return text
  }

  /// - Throws: `PixiManifestError` when it is neither true nor false.
  func truth() throws -> Bool {
    guard case .truth(let truth) = value else { throw failure("must be `true` or `false`") }
    return truth
  }

  /// - Throws: `PixiManifestError` when it is no whole number.
  func integer() throws -> Int {
    guard case .integer(let integer) = value else { throw failure("must be a whole number") }
    return integer
  }

  /// The items of a list of texts.
  /// - Throws: `PixiManifestError` when it is something else.
  func texts(_ expected: String = "must be a list of texts") throws -> [String] {
    var texts: [String] = []
    for item in try items(expected) { texts.append(try item.text(expected)) }
    return texts
  }

  /// A table's value; nil when the table has none.
  /// - Throws: `PixiManifestError` when the key is there and holds something else.
  func text(at key: String) throws -> String? {
    guard let node = self[key] else { return nil }
    return try node.text()
  }

  func failure(_ reason: String) -> PixiManifestError {
    PixiManifestError(
      file: file, line: place?.line, column: place?.column,
      reason: name.isEmpty ? "it \(reason)." : "`\(name)` \(reason).")
  }

  func missing(_ table: String) -> PixiManifestError {
    PixiManifestError(file: file, line: nil, reason: "there is no table [\(table)].")
  }
}
