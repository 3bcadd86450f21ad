extension TOMLSection {
  /// The number; nil where the key is absent.
  /// - Throws: When it is not an integer or out of range.
  func optionalInteger(_ name: String, in range: ClosedRange<Int>) throws(WorkshopError) -> Int? {
    guard values[name] != nil else { return nil }
    let number = try integer(name)
    guard range.contains(number) else {
      throw error(
        name, "The key `\(key(name))` cannot be \(number).",
        "Write a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// False where the key is absent.
  func boolean(_ name: String) throws(WorkshopError) -> Bool {
    guard let node = values[name] else { return false }
    guard case .boolean(let value) = node else {
      throw wrongType(name, node, wanted: "a boolean", example: "\(name) = true")
    }
    return value
  }

  /// Texts that each say something, none of them twice; empty where the key is absent.
  func texts(_ name: String) throws(WorkshopError) -> [String] {
    let texts = try strings(name)
    guard values[name] == nil || !texts.isEmpty else {
      throw error(
        name, "The key `\(key(name))` is an empty list.", "Put what is meant into it, or remove it."
      )
    }
    var seen: Set<String> = []
    for text in texts {
      try check(text, of: name)
      guard seen.insert(text).inserted else {
        throw error(name, "`\(text)` stands twice in `\(key(name))`.", "Keep one of them.")
      }
    }
    return texts
  }

  /// Texts by names, written as `{ name = "text" }`; empty where the key is absent.
  func table(_ name: String) throws(WorkshopError) -> [String: String] {
    guard let node = values[name] else { return [:] }
    let example = "\(name) = { name = \"...\" }"
    guard case .table(let entries) = node else {
      throw wrongType(name, node, wanted: "a table of strings", example: example)
    }
    guard !entries.isEmpty else {
      throw error(
        name, "The key `\(key(name))` is an empty table.",
        "Put what is meant into it, or remove it.")
    }
    var texts: [String: String] = [:]
    for (entry, value) in entries.sorted(by: { $0.key < $1.key }) {
      guard case .string(let text) = value else {
        throw wrongType(name, value, wanted: "a table of strings", example: example)
      }
      try check(text, of: name)
      texts[entry] = text
    }
    return texts
  }

  /// A text of several lines, without the blank ones at its ends; nil where the key is absent.
  func optionalParagraphs(_ name: String) throws(WorkshopError) -> String? {
    guard let node = values[name] else { return nil }
    guard case .string(let text) = node else {
      throw wrongType(name, node, wanted: "a string", example: "\(name) = '''...'''")
    }
    guard !isBlank(text) else {
      throw error(name, "The key `\(key(name))` is blank.", "Give it a text.")
    }
    guard !hasControls(text, except: "\n") else {
      throw error(
        name, "The key `\(key(name))` has a tab or control character in it.",
        "Write spaces in place of tabs, and no escapes.")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    lines = lines.drop(while: isBlank)
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  func paragraphs(_ name: String) throws(WorkshopError) -> String {
    guard let text = try optionalParagraphs(name) else {
      throw missing(name, example: "\(name) = '''...'''")
    }
    return text
  }

  private func check(_ text: String, of name: String) throws(WorkshopError) {
    guard !isBlank(text) else {
      throw error(name, "`\(key(name))` has a blank text in it.", "Give it a text, or remove it.")
    }
    guard !hasControls(text, except: nil) else {
      throw error(
        name, "`\(key(name))` has a line break or control character in it.",
        "Write each text on one line, without tabs or escapes.")
    }
  }

  private func isBlank(_ text: some StringProtocol) -> Bool {
    !text.contains { !$0.isWhitespace }
  }

  private func hasControls(_ text: String, except allowed: Unicode.Scalar?) -> Bool {
    text.unicodeScalars.contains {
      $0 != allowed && $0.isControl
    }
  }
}
