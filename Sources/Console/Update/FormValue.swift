/// What people write into forms, read.
enum FormValue {
  /// Seconds of `90`, `90s`, `10m`, `1h30m` or `1:30` (hours and minutes); nil for anything else.
  static func seconds(_ text: String) -> Double? {
    let text = text.trimmed.lowercased()
    if let seconds = Double(text), seconds.isFinite, seconds > 0 { return seconds }
    let clock = text.split(separator: ":", omittingEmptySubsequences: false)
    if clock.count == 2, let hours = Int(clock[0]), let minutes = Int(clock[1]), minutes < 60,
      hours >= 0, minutes >= 0, hours + minutes > 0
    {
      return Double(hours * 3600 + minutes * 60)
    }
    var total = 0.0
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber || character == "." {
        digits.append(character)
      } else if let factor = ["h": 3600.0, "m": 60, "s": 1][character], let part = Double(digits) {
        total += part * factor
        digits = ""
      } else {
        return nil
      }
    }
    return digits.isEmpty && total > 0 ? total : nil
  }

  /// Seconds as they are written here, such as `1h30m`.
  static func text(seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let parts = [(whole / 3600, "h"), (whole / 60 % 60, "m"), (whole % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }

  /// The words of a line, with single and double quotes and a backslash as a shell has them; nil
  /// when a quote is left open. Nothing is expanded.
  static func words(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        word = word ?? ""
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else { return nil }
    if let whole = word { words.append(whole) }
    return words
  }

  /// The words as one line that `words` reads back.
  static func line(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty && !word.contains { $0.isWhitespace || $0 == "'" || $0 == "\"" || $0 == "\\" }
      return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }

  /// Variables of `NAME=value` words; the first word that is none is handed back.
  static func variables(_ text: String) -> Result<[String: String], FormFault> {
    guard let words = words(text) else {
      return .failure(FormFault("A quote is left open in the variables: close it."))
    }
    var variables: [String: String] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "="), isName(word[..<equals]) else {
        return .failure(FormFault("\(word) is no variable: write NAME=value."))
      }
      variables[String(word[..<equals])] = String(word[word.index(after: equals)...])
    }
    return .success(variables)
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, !first.isNumber else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }

  /// A CUDA version such as `12` or `12.4`.
  static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
