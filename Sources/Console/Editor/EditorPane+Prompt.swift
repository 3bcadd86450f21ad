import TerminalCore
import TextEditing

extension EditorPane {
  /// Takes a key while something is asked for; nil when the key ends the question and goes on.
  mutating func handleInPrompt(_ press: KeyPress) -> [EditorRequest]? {
    switch prompt {
    case .none: return nil
    case .find(let text, let origin): return handleInFind(press, text, origin)
    case .goToLine(let number): return handleInGoToLine(press, number)
    }
  }

  mutating func endPrompt() {
    prompt = .none
    run(.endSearch)
  }

  private mutating func handleInFind(_ press: KeyPress, _ text: String, _ origin: Position)
    -> [EditorRequest]?
  {
    switch (press.key, press.modifiers) {
    case (.escape, _): endPrompt()
    case (.enter, []), (.down, []), (.character("f"), .control): step(.findNext)
    case (.enter, _), (.up, []): step(.findPrevious)
    case (.backspace, []): look(for: String(text.dropLast()), from: origin)
    case (.backspace, _), (.character("h"), .control): look(for: "", from: origin)
    case (.character("v"), .control): return handlePaste(clipboard)
    case (.character(let character), let held) where held.isSubset(of: .shift):
      look(for: text + String(character), from: origin)
    default: return nil
    }
    return []
  }

  mutating func look(for text: String, from origin: Position) {
    prompt = .find(text: text, origin: origin)
    report(run(.find(text, from: origin)))
    follow()
  }

  private mutating func step(_ command: EditCommand) {
    report(run(command))
    follow()
  }

  private mutating func report(_ outcome: EditOutcome) {
    switch outcome {
    case .found(wrapped: true): message = "went on from the other end"
    case .notFound: message = "not found"
    default: message = nil
    }
  }

  private mutating func handleInGoToLine(_ press: KeyPress, _ number: String) -> [EditorRequest]? {
    switch (press.key, press.modifiers) {
    case (.escape, _): prompt = .none
    case (.enter, _):
      prompt = .none
      if let line = Int(number) { run(.goToLine(line)) }
      follow()
    case (.backspace, _): prompt = .goToLine(String(number.dropLast()))
    case (.character(let digit), []):
      if digit.isASCII, digit.isNumber, number.count < 9 { prompt = .goToLine(number + "\(digit)") }
    default: return nil
    }
    return []
  }
}
