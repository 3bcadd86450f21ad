/// Text a pixi command printed, made readable without changing its words.
public struct PixiErrorText: Sendable, Hashable {
  /// The report alone: no escape sequences, no progress, wrapped lines joined again.
  public let readable: String
  /// Without white space and box drawing, so that a phrase is found wherever it was wrapped.
  private let squeezed: String

  public init(_ raw: String) {
    let plain = Self.withoutEscapes(raw)
    let lines = Self.lastStates(of: plain)
    let begin = lines.lastIndex { $0.wholeMatch(of: /\s*(Error:|error:|×).*/) != nil }
    let report = begin.map { Array(lines[$0...]) } ?? Array(lines.suffix(40))
    readable = Self.joined(report).joined(separator: "\n").trimmed
    squeezed = Self.squeeze(lines.joined(separator: "\n"))
  }

  /// Whether a phrase is in the text, however it was wrapped.
  public func contains(_ phrase: String) -> Bool {
    squeezed.contains(Self.squeeze(phrase))
  }

  /// Whether it is a report as pixi draws them, not the words of a program that pixi ran.
  public var isReport: Bool { readable.contains("×") }

  /// The text in quotation marks or backticks after a phrase; nil when the phrase is not there.
  public func quoted(after phrase: String) -> String? {
    guard let start = squeezed.range(of: Self.squeeze(phrase))?.upperBound else { return nil }
    let rest = squeezed[start...]
    guard let mark = rest.first, "'`\"".contains(mark) else { return nil }
    let name = rest.dropFirst().prefix { $0 != mark }
    return name.isEmpty ? nil : String(name)
  }

  private static func squeeze(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && !isBoxDrawing($0) })
  }

  private static func isBoxDrawing(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x257F).contains(scalar.value) || scalar == "▶"
  }

  private static func withoutEscapes(_ text: String) -> String {
    text.replacing(/\u{1B}\][^\u{07}\u{1B}]*(\u{07}|\u{1B}\\)?/, with: "")
      .replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]/, with: "")
      .replacing(/\u{1B}[@-Z\\-_]/, with: "")
  }

  /// A progress line overwrites itself after each carriage return: its last state counts.
  private static func lastStates(of text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        line.split(separator: "\r").last.map(String.init)?.trimmedAtEnd ?? ""
      }
  }

  private static func joined(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      if let last = result.last, !last.isEmpty, let rest = continuation(line) {
        result[result.count - 1] = last + " " + rest
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// What a wrapped line adds to the one before; nil when the line stands for itself.
  private static func continuation(_ line: String) -> String? {
    guard let match = line.wholeMatch(of: /(?:\s*│ {1,3}|\s{6,})(\S.*)/) else { return nil }
    let rest = String(match.output.1)
    guard let first = rest.unicodeScalars.first, !isBoxDrawing(first) else { return nil }
    let continues = first.properties.isLowercase || "_[(,0123456789".unicodeScalars.contains(first)
    return continues ? rest : nil
  }
}
