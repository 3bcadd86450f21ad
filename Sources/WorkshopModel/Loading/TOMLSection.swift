/// One table of a document, whose values are read by key and type.
///
/// Every error names the file, the line of the key (or of its table where the key is missing), and the key.
struct TOMLSection: Sendable {
  let document: TOMLDocument
  /// Such as `segment[2]`, counted from 1; empty for the outermost table.
  let path: String
  let values: [String: TOMLNode]

  func key(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  func error(_ name: String, _ what: String, _ remedy: String) -> WorkshopError {
    let place = document.lines[key(name)]
    return WorkshopError(
      file: document.file, line: place?.line, column: place?.column, key: key(name), what: what,
      remedy: remedy)
  }

  /// Refuses keys that nobody reads, since they are mostly misspelt.
  func allow(only known: Set<String>) throws(WorkshopError) {
    if let name = values.keys.filter({ !known.contains($0) }).min() {
      throw error(
        name, "The key `\(key(name))` is not known.",
        "Correct or remove it; known here are: \(known.sorted().joined(separator: ", ")).")
    }
  }

  func optionalString(_ name: String) throws(WorkshopError) -> String? {
    guard let node = values[name] else { return nil }
    guard case .string(let text) = node else {
      throw wrongType(name, node, wanted: "a string", example: "\(name) = \"...\"")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw error(name, "The key `\(key(name))` is blank.", "Give it a text.")
    }
    guard !text.unicodeScalars.contains(where: { $0.isControl }) else {
      throw error(
        name, "The key `\(key(name))` has a line break or control character in it.",
        "Write it on one line, without tabs or escapes.")
    }
    return text
  }

  func string(_ name: String) throws(WorkshopError) -> String {
    guard let text = try optionalString(name) else {
      throw missing(name, example: "\(name) = \"...\"")
    }
    return text
  }

  func integer(_ name: String) throws(WorkshopError) -> Int {
    guard let node = values[name] else { throw missing(name, example: "\(name) = 20") }
    guard case .integer(let number) = node else {
      throw wrongType(name, node, wanted: "an integer", example: "\(name) = 20")
    }
    return number
  }

  /// The array's strings; empty where the key is absent.
  func strings(_ name: String) throws(WorkshopError) -> [String] {
    guard let node = values[name] else { return [] }
    let example = "\(name) = [\"...\"]"
    guard case .array(let items) = node else {
      throw wrongType(name, node, wanted: "an array of strings", example: example)
    }
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item else {
        throw wrongType(name, item, wanted: "an array of strings", example: example)
      }
      texts.append(text)
    }
    return texts
  }

  /// The tables of `[[name]]`, in their order; empty where there is none.
  func sections(_ name: String) throws(WorkshopError) -> [TOMLSection] {
    guard let node = values[name] else { return [] }
    guard case .array(let items) = node else {
      throw wrongType(name, node, wanted: "a list of tables", example: "[[\(name)]]")
    }
    var sections: [TOMLSection] = []
    for (index, item) in items.enumerated() {
      guard case .table(let values) = item else {
        throw wrongType(name, item, wanted: "a list of tables", example: "[[\(name)]]")
      }
      sections.append(
        TOMLSection(document: document, path: "\(key(name))[\(index + 1)]", values: values))
    }
    return sections
  }

  func missing(_ name: String, example: String) -> WorkshopError {
    error(name, "The key `\(key(name))` is missing.", "Add: \(example)")
  }

  func wrongType(
    _ name: String, _ node: TOMLNode, wanted: String, example: String
  ) -> WorkshopError {
    error(
      name, "The key `\(key(name))` holds \(node.typeName) where \(wanted) belongs.",
      "Write it as: \(example)")
  }
}
