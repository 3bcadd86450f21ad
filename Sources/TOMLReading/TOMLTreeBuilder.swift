import TOMLKit

/// Joins the parser's values with their places.
struct TOMLTreeBuilder {
  let places: TOMLPlaces
  let file: String

  func tree(of table: TOMLTable) -> TOMLTree {
    TOMLTree(
      value: .table(entries(of: table, at: TOMLPlaces.root, name: "", place: nil)), place: nil,
      name: "", file: file)
  }

  private func entries(
    of table: TOMLTable, at position: Int?, name: String, place: TextPlace?
  ) -> [TOMLTree.Entry] {
    let entries = table.keys.compactMap { key -> TOMLTree.Entry? in
      guard let value = table[key] else { return nil }
      let child = position.flatMap { places.child(.key(key), of: $0) }
      return TOMLTree.Entry(
        key: key,
        node: node(
          of: value, at: child, name: name.isEmpty ? key : "\(name).\(key)", around: place))
    }
    let end = TextPlace(line: .max, column: .max)
    return entries.sorted { ($0.node.place ?? end) < ($1.node.place ?? end) }
  }

  /// - Parameter around: The place of what it stands in, for what has no place of its own.
  private func node(
    of value: any TOMLValueConvertible, at position: Int?, name: String, around: TextPlace?
  ) -> TOMLTree {
    let place = position.flatMap(places.place) ?? around
    return TOMLTree(
      value: content(of: value, at: position, name: name, place: place), place: place, name: name,
      file: file)
  }

  private func content(
    of value: any TOMLValueConvertible, at position: Int?, name: String, place: TextPlace?
  ) -> TOMLTree.Value {
    switch value.type {
    case .string: value.string.map { .text($0) } ?? .other(value.type.description)
    case .int: value.int.map { .integer($0) } ?? .other(value.type.description)
    case .double: value.double.map { .number($0) } ?? .other(value.type.description)
    case .bool: value.bool.map { .truth($0) } ?? .other(value.type.description)
    case .table:
      value.table.map { .table(entries(of: $0, at: position, name: name, place: place)) }
        ?? .other(value.type.description)
    case .array:
      value.array.map { array in
        .list(
          array.enumerated().map { index, item in
            let child = position.flatMap { places.child(.item(index), of: $0) }
            return node(of: item, at: child, name: name, around: place)
          })
      } ?? .other(value.type.description)
    case .date, .time, .dateTime: .other(value.type.description)
    }
  }
}
