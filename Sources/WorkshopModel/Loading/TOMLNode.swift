import TOMLKit

/// A TOML value on its own, free of the parser's memory.
indirect enum TOMLNode: Sendable, Hashable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([TOMLNode])
  case table([String: TOMLNode])
  /// A type that no workshop file uses, by its name in TOML.
  case other(String)

  init(_ table: TOMLTable) {
    var values: [String: TOMLNode] = [:]
    for (key, value) in table {
      values[key] = TOMLNode(value)
    }
    self = .table(values)
  }

  init(_ value: any TOMLValueConvertible) {
    if let string = value.string {
      self = .string(string)
    } else if let integer = value.int {
      self = .integer(integer)
    } else if let boolean = value.bool {
      self = .boolean(boolean)
    } else if let array = value.array {
      self = .array(array.map { TOMLNode($0) })
    } else if let table = value.table {
      self = TOMLNode(table)
    } else {
      self = .other(value.type.description)
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
