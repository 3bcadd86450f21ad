/// A word of a shell command or of an instruction, with the variables in it.
public struct ShellWord: Sendable, Hashable {
  public enum Part: Sendable, Hashable {
    case text(String)
    /// `${NAME}`, and what stands for it when it is not set.
    case variable(String, fallback: String?)
    /// What a command prints; its text.
    case output(String)
  }

  public var parts: [Part]

  public init(_ parts: [Part] = []) {
    self.parts = parts
  }

  public init(_ text: String) {
    parts = [.text(text)]
  }

  /// A variable that is not known stays as `${NAME}`.
  public func expanded(by variables: [String: String] = [:]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .variable(let name, let fallback): variables[name] ?? fallback ?? "${\(name)}"
      case .output(let text): "$(\(text))"
      }
    }.joined()
  }

  mutating func append(_ character: Character) {
    if case .text(let text) = parts.last {
      parts[parts.count - 1] = .text(text + String(character))
    } else {
      parts.append(.text(String(character)))
    }
  }
}
