/// Where the keys and items of a TOML document stand, as a tree with the document's own shape.
///
/// The parser keeps no places for values that it accepted.
struct TOMLPlaces: Sendable {
  enum Step: Sendable, Hashable {
    case key(String)
    case item(Int)
  }

  private struct Node: Sendable {
    var place: TextPlace?
    var children: [Step: Int] = [:]
    /// How many `[[headers]]` have added to it.
    var tables = 0
  }

  static let root = 0
  /// False where nobody asks: then every child is the root, which has no place.
  private let isKept: Bool
  private var nodes = [Node()]

  init(isKept: Bool = true) {
    self.isKept = isKept
  }

  func place(of node: Int) -> TextPlace? {
    nodes[node].place
  }

  func child(_ step: Step, of node: Int) -> Int? {
    nodes[node].children[step]
  }

  /// The child, made where there is none; the first place it is seen at counts.
  mutating func enter(_ step: Step, of node: Int, at place: TextPlace) -> Int {
    guard isKept else { return Self.root }
    if let child = nodes[node].children[step] { return child }
    nodes.append(Node(place: place))
    nodes[node].children[step] = nodes.count - 1
    return nodes.count - 1
  }

  /// The child a header's key leads to: the last table where it names a list of tables.
  mutating func enterTable(_ key: String, of node: Int, at place: TextPlace) -> Int {
    let child = enter(.key(key), of: node, at: place)
    guard nodes[child].tables > 0 else { return child }
    return enter(.item(nodes[child].tables - 1), of: child, at: place)
  }

  /// A new table at the end of the list of tables.
  mutating func append(_ key: String, of node: Int, at place: TextPlace) -> Int {
    let child = enter(.key(key), of: node, at: place)
    guard isKept else { return child }
    nodes[child].tables += 1
    return enter(.item(nodes[child].tables - 1), of: child, at: place)
  }
}
