/// What one step of indentation is made of.
public enum Indentation: Sendable, Hashable {
  case spaces(Int)
  case tab

  public var text: String {
    switch self {
    case .spaces(let count): String(repeating: " ", count: count)
    case .tab: "\t"
    }
  }
}
