/// A value of a manifest with the place where it stands, or where its key does.
struct ManifestNode: Sendable {
  enum Value: Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case truth(Bool)
    case list([ManifestNode])
    /// In the order of the text.
    case table([Entry])
    /// A date or a time, of which no manifest has need.
    case other
  }

  struct Entry: Sendable {
    let key: String
    let node: ManifestNode
  }

  let value: Value
  /// Of its key; of the value itself for the items of a list.
  let place: TextPlace?
  /// As errors name it, such as `feature.gpu.platforms`; empty for the whole document.
  let name: String
  /// The file errors are told with.
  let file: String

  subscript(key: String) -> ManifestNode? {
    guard case .table(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.node
  }
}
