/// The named groups of a regular expression, the plain text it begins with, and whether it repeats
/// what is itself a repeat or a choice. It is only for expressions that compile.
struct PatternOutline: Sendable, Hashable {
  private(set) var names: [String] = []
  private(set) var opening = ""
  private(set) var repeatsARepeat = false

  private struct OpenGroup {
    var branches = false
  }

  init(_ pattern: String) {
    var characters = Array(pattern)[...]
    var groups = [OpenGroup()]
    // Whether what a repeat would stand behind branches itself.
    var lastBranches = false
    // Flags such as `(?i)` change what plain text means.
    var isOpening = !pattern.contains("|") && !pattern.contains(/\(\?[a-zA-OQ-Z^-]/)
    while let character = characters.popFirst() {
      switch character {
      case "\\":
        isOpening = false
        _ = characters.popFirst()
        lastBranches = false
      case "[":
        isOpening = false
        Self.skipClass(&characters)
        lastBranches = false
      case "(":
        isOpening = false
        groups.append(OpenGroup())
        if let name = Self.takeName(&characters) { names.append(name) }
      case ")":
        lastBranches = groups.count > 1 ? groups.removeLast().branches : false
        if lastBranches { groups[groups.count - 1].branches = true }
      case "|":
        groups[groups.count - 1].branches = true
      case "*", "+", "?", "{":
        if isOpening, !opening.isEmpty, character != "+" { opening.removeLast() }
        isOpening = false
        let isRepeat = character != "?" && !(character == "{" && !Self.takeBounds(&characters))
        if isRepeat, lastBranches { repeatsARepeat = true }
        groups[groups.count - 1].branches = true
        // What follows a repeat is lazy or possessive, not a repeat of it.
        if characters.first == "?" || characters.first == "+" { characters.removeFirst() }
        lastBranches = true
      case ".", "^", "$":
        isOpening = false
        lastBranches = false
      default:
        if isOpening { opening.append(character) }
        lastBranches = false
      }
    }
  }

  /// The rest of `{2,}`; answers whether it has no upper bound or a large one.
  private static func takeBounds(_ characters: inout ArraySlice<Character>) -> Bool {
    var text = ""
    while let character = characters.popFirst(), character != "}" { text.append(character) }
    guard let comma = text.firstIndex(of: ",") else { return (Int(text) ?? 0) > 8 }
    return (Int(text[text.index(after: comma)...]) ?? .max) > 8
  }

  private static func skipClass(_ characters: inout ArraySlice<Character>) {
    var depth = 1
    if characters.first == "^" { characters.removeFirst() }
    if characters.first == "]" { characters.removeFirst() }
    while depth > 0, let character = characters.popFirst() {
      switch character {
      case "\\": _ = characters.popFirst()
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
    }
  }

  /// The name behind `(?<` or `(?P<`; the place is then behind it.
  private static func takeName(_ characters: inout ArraySlice<Character>) -> String? {
    var rest = characters
    guard rest.popFirst() == "?" else { return nil }
    if rest.first == "P" { rest.removeFirst() }
    guard rest.popFirst() == "<", let first = rest.first, first != "=", first != "!" else {
      // Flags and look-arounds: nothing in their head is a repeat.
      characters.removeFirst()
      while let character = characters.first, "<=!:>#".contains(character) || character.isLetter {
        characters.removeFirst()
        if character != "<", !character.isLetter { break }
      }
      return nil
    }
    let name = rest.prefix { $0 != ">" }
    characters = rest.dropFirst(name.count + 1)
    return String(name)
  }
}
