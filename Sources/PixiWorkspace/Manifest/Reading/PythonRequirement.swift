/// A requirement as Python's packages write it, such as `torchmetrics[image] >=1.5; python_version > "3.9"`.
///
/// Source: the specification "Dependency specifiers" of the Python Packaging Authority.
struct PythonRequirement: Sendable, Hashable {
  /// In lower case, with `-` for runs of `-`, `_` and `.`.
  let name: String
  let extras: [String]
  /// Nil where none is given.
  let version: String?
  /// The address after `@`; nil for an index's package.
  let address: String?

  init(_ text: String) {
    let stated = text.prefix { $0 != ";" }
    let isName = { (character: Character) in
      character.isLetter || character.isNumber || "-_.".contains(character)
    }
    var rest = stated.drop(while: \.isWhitespace)
    name = Self.normalised(String(rest.prefix(while: isName)))
    rest = rest.drop(while: isName).drop(while: \.isWhitespace)
    if rest.first == "[" {
      extras = rest.dropFirst().prefix { $0 != "]" }.split(separator: ",")
        .map { Self.normalised(Self.trimmed($0)) }
      rest = rest.drop { $0 != "]" }.dropFirst().drop(while: \.isWhitespace)
    } else {
      extras = []
    }
    if rest.first == "@" {
      // An address may hold a semicolon: a marker begins after a space.
      let whole = text[rest.startIndex...].dropFirst()
      address = Self.trimmed(whole).split(separator: " ").first.map(String.init)
      version = nil
    } else {
      let spec = Self.trimmed(rest).filter { $0 != "(" && $0 != ")" }
      version = spec.isEmpty ? nil : spec
      address = nil
    }
  }

  static func normalised(_ name: String) -> String {
    name.lowercased().split { "-_.".contains($0) }.joined(separator: "-")
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
