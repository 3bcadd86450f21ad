import TerminalCore

extension Emulator {
  private static let longestTitle = 256

  /// Obeys a command string: titles and progress are kept for whoever shows the run, a question for
  /// the colours in use is answered, everything else (clipboard, links, pictures) means nothing.
  func obeyString(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let body = bytes.dropFirst()
    switch kind {
    case UInt8(ascii: "]"): obeyCommand(body)
    case UInt8(ascii: "P"): answer(body)
    default: break
    }
  }

  private func obeyCommand(_ body: ArraySlice<UInt8>) {
    let number = body.prefix { $0 != UInt8(ascii: ";") }
    let text = body.dropFirst(number.count + 1)
    switch String(decoding: number, as: UTF8.self) {
    case "0", "2": state.pointee.title = Self.title(text)
    case "9": noteProgress(text)
    default: break
    }
  }

  /// A title is text that others show: it may hold no control character.
  private static func title(_ bytes: ArraySlice<UInt8>) -> String {
    let printable = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
    }
    return String(String(String.UnicodeScalarView(printable)).prefix(longestTitle))
  }

  private func noteProgress(_ bytes: ArraySlice<UInt8>) {
    let words = String(decoding: bytes, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
    guard words.first == "4", words.count >= 2 else { return }
    let percent = words.count > 2 ? Int(words[2]).map { min(max(0, $0), 100) } : nil
    switch words[1] {
    case "0": state.pointee.progress = nil
    case "1": state.pointee.progress = .normal(percent: percent ?? 0)
    case "2": state.pointee.progress = .error(percent: percent)
    case "3": state.pointee.progress = .indeterminate
    case "4": state.pointee.progress = .paused(percent: percent)
    default: break
    }
  }

  /// DECRQSS, the question for a setting: the pen is ours to tell, the rest libvterm's.
  private func answer(_ body: ArraySlice<UInt8>) {
    guard body.starts(with: [UInt8(ascii: "$"), UInt8(ascii: "q")]), body.count <= 8 else { return }
    guard body.dropFirst(2).elementsEqual([UInt8(ascii: "m")]) else {
      obeyByParser {
        self.tell("\u{1B}P")
        for byte in body { self.tell(byte) }
        self.tell("\u{1B}\\")
      }
      return
    }
    let parameters = state.pointee.pen.renditionParameters
    state.pointee.output.append(contentsOf: Array("\u{1B}P1$r\(parameters)m\u{1B}\\".utf8))
  }
}

extension PackedCell {
  /// What SGR would have to say to get this style.
  fileprivate var renditionParameters: String {
    let known: [(Attributes, Int)] = [
      (.bold, 1), (.faint, 2), (.italic, 3), (.underline, 4), (.blink, 5), (.reverse, 7),
      (.hidden, 8), (.strikethrough, 9),
    ]
    let set = Attributes(rawValue: attributes)
    var words = ["0"] + known.filter { set.contains($0.0) }.map { "\($0.1)" }
    for (color, kind) in [(foreground.color, 38), (background.color, 48)] {
      switch color {
      case .terminalDefault: break
      case .palette(let index): words.append("\(kind):5:\(index)")
      case .rgb(let red, let green, let blue): words.append("\(kind):2:\(red):\(green):\(blue)")
      }
    }
    return words.joined(separator: ";")
  }
}
