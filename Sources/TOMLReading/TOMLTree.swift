/// A value of a TOML file with the place where it stands, or where its key does.
public struct TOMLTree: Sendable {
  public enum Value: Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case truth(Bool)
    case list([TOMLTree])
    /// In the order of the text.
    case table([Entry])
    /// A date or a time, by its type's name in TOML.
    case other(String)
  }

  public struct Entry: Sendable {
    public let key: String
    public let node: TOMLTree
  }

  public let value: Value
  /// Of its key; of the value itself for the items of a list.
  public let place: TextPlace?
  /// As errors name it, such as `feature.gpu.platforms`; empty for the whole document.
  public let name: String
  /// The file it was read from, as the caller names it.
  public let file: String

  public subscript(key: String) -> TOMLTree? {
    entries?.first { $0.key == key }?.node
  }

  /// Of a table; nil for anything else.
  public var entries: [Entry]? {
    guard case .table(let entries) = value else { return nil }
    return entries
  }

  /// Of a list; nil for anything else.
  public var items: [TOMLTree]? {
    guard case .list(let items) = value else { return nil }
    return items
  }

  public var text: String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  public var integer: Int? {
    guard case .integer(let integer) = value else { return nil }
    return integer
  }

  public var truth: Bool? {
    guard case .truth(let truth) = value else { return nil }
    return truth
  }
}
