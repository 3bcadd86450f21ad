import TOMLReading

/// A TOML value without its place, for sections, which know the places of their keys.
indirect enum TOMLNode: Sendable, Hashable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([TOMLNode])
  case table([String: TOMLNode])
  /// A type that no workshop file uses, by its name in TOML.
  case other(String)

  init(_ tree: TOMLTree) {
    switch tree.value {
    case .text(let text): self = .string(text)
    case .integer(let integer): self = .integer(integer)
    case .truth(let truth): self = .boolean(truth)
    case .list(let items): self = .array(items.map { TOMLNode($0) })
    case .table(let entries):
      self = .table(
        Dictionary(entries.map { ($0.key, TOMLNode($0.node)) }, uniquingKeysWith: { $1 }))
    case .number: self = .other("floating-point number")
    case .other(let name): self = .other(name)
    }
  }

  /// The type's name with its article, for a sentence.
  var typeName: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .boolean: "a boolean"
    case .array: "an array"
    case .table: "a table"
    case .other(let name): "a \(name)"
    }
  }
}
