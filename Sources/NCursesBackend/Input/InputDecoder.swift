import TerminalCore

/// Makes events of what ncurses hands over: characters of UTF-8 bytes, Alt of a leading Escape, and
/// one event of a whole paste.
struct InputDecoder: Sendable {
  /// Bytes of a paste that are kept; what a terminal sends beyond them is dropped.
  static let pasteLimit = 4 * 1024 * 1024

  private var escapeIsPending = false
  private var bytes: [UInt8] = []
  private var pasted: [UInt8]?
  private var mouseReport: String?

  mutating func feed(_ code: InputCode) -> [TerminalEvent] {
    if pasted != nil { return feedPaste(code) }
    if let report = mouseReport {
      if case .byte(let byte) = code { return feedMouse(byte, report: report) }
      mouseReport = nil
    }
    switch code {
    case .byte(let byte): return feedByte(byte)
    case .key(let key): return takeIncomplete() + [.key(withAlt(key))]
    case .mouseStart:
      mouseReport = ""
      return takeIncomplete() + takeEscape()
    case .pasteStart:
      pasted = []
      return takeIncomplete() + takeEscape()
    case .pasteEnd: return []
    }
  }

  /// Nothing more has come: an Escape that waited for a second key was pressed alone.
  mutating func finish() -> [TerminalEvent] {
    pasted == nil ? takeEscape() : []
  }

  private mutating func feedMouse(_ byte: UInt8, report: String) -> [TerminalEvent] {
    let text = report + String(UnicodeScalar(byte))
    let isPart = byte == UInt8(ascii: ";") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    if isPart, text.count < MouseReport.limit {
      mouseReport = text
      return []
    }
    mouseReport = nil
    return MouseReport.event(text).map { [.mouse($0)] } ?? []
  }

  private mutating func feedPaste(_ code: InputCode) -> [TerminalEvent] {
    switch code {
    case .byte(let byte):
      if let count = pasted?.count, count < Self.pasteLimit { pasted?.append(byte) }
      return []
    case .pasteEnd:
      let text = String(decoding: pasted ?? [], as: UTF8.self)
      pasted = nil
      return [.paste(text)]
    case .key(KeyPress(.backspace)):
      return feedPaste(.byte(0x7F))
    case .key, .mouseStart, .pasteStart:
      return []
    }
  }

  private mutating func feedByte(_ byte: UInt8) -> [TerminalEvent] {
    if byte >= 0x80 { return feedMultibyte(byte) }
    let before = takeIncomplete()
    if byte == 0x1B {
      defer { escapeIsPending = true }
      return before + takeEscape()
    }
    return before + [.key(withAlt(ControlKeys.key(of: byte)))]
  }

  private mutating func feedMultibyte(_ byte: UInt8) -> [TerminalEvent] {
    let startsCharacter = byte >= 0xC0
    var events = startsCharacter ? takeIncomplete() : []
    bytes.append(byte)
    let expected = Self.length(startingWith: bytes[0])
    guard bytes.count >= expected else { return events }
    let text = String(decoding: bytes, as: UTF8.self)
    bytes.removeAll(keepingCapacity: true)
    if let character = text.first { events.append(.key(withAlt(.character(character)))) }
    return events
  }

  /// Bytes in a UTF-8 sequence; 1 for a byte that can start none.
  private static func length(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private mutating func takeIncomplete() -> [TerminalEvent] {
    guard !bytes.isEmpty else { return [] }
    bytes.removeAll(keepingCapacity: true)
    return [.key(withAlt(.character("\u{FFFD}")))]
  }

  private mutating func takeEscape() -> [TerminalEvent] {
    guard escapeIsPending else { return [] }
    escapeIsPending = false
    return [.key(KeyPress(.escape))]
  }

  private mutating func withAlt(_ key: KeyPress) -> KeyPress {
    guard escapeIsPending else { return key }
    escapeIsPending = false
    return KeyPress(key.key, key.modifiers.union(.alt))
  }
}
