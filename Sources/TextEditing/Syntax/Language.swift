/// The languages whose files are coloured.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case python = "Python"
  case toml = "TOML"
  case shell = "Shell"
  case dockerfile = "Dockerfile"
  case makefile = "Makefile"
  case markdown = "Markdown"
  case json = "JSON"
  case plain = "Text"

  /// The language of a file by its name, or by the interpreter its first line names.
  public init(fileName: String, firstLine: String = "") {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch name {
    case "Dockerfile", "Containerfile",
      _ where name.hasPrefix("Dockerfile."):
      self = .dockerfile
    case "Makefile", "makefile", "GNUmakefile": self = .makefile
    case "pixi.lock", "uv.lock": self = .plain
    default: self = Language(ending: ending, firstLine: firstLine)
    }
  }

  private init(ending: String, firstLine: String) {
    switch ending {
    case "py", "pyi": self = .python
    case "toml": self = .toml
    case "sh", "bash", "zsh", "def": self = .shell
    case "dockerfile": self = .dockerfile
    case "mk": self = .makefile
    case "md", "markdown": self = .markdown
    case "json", "ipynb": self = .json
    default:
      if firstLine.hasPrefix("#!"), firstLine.contains("python") {
        self = .python
      } else if firstLine.hasPrefix("#!"), firstLine.hasSuffix("sh") {
        self = .shell
      } else {
        self = .plain
      }
    }
  }

  public var name: String { rawValue }

  /// What begins a comment that ends with its line; nil where the language has none.
  public var lineComment: String? {
    switch self {
    case .python, .toml, .shell, .dockerfile, .makefile: "#"
    case .markdown, .json, .plain: nil
    }
  }

  /// One step of indentation as the language is usually written.
  public var indentation: Indentation {
    switch self {
    case .makefile: .tab
    case .json, .shell, .toml, .markdown: .spaces(2)
    case .python, .dockerfile, .plain: .spaces(4)
    }
  }

  /// Whether a line that begins with this ends what a line above has opened.
  func closesBlock(_ character: Character) -> Bool {
    switch self {
    case .toml, .json: "]}".contains(character)
    default: false
    }
  }

  /// Whether the line after one that ends like this stands a step further in.
  func opensBlock(_ text: String) -> Bool {
    let trimmed = text.drop { $0.isWhitespace }
    guard trimmed.first != "#", let last = trimmed.last(where: { !$0.isWhitespace }) else {
      return false
    }
    switch self {
    case .python: return last == ":" || "([{".contains(last)
    case .toml, .json: return "[{".contains(last) && (self == .json || trimmed.first != "[")
    case .shell: return trimmed.hasSuffix("then") || trimmed.hasSuffix("do") || last == "{"
    case .makefile: return last == ":"
    case .dockerfile, .markdown, .plain: return false
    }
  }
}
