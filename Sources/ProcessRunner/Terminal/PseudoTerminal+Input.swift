import CPosix
import TerminalCore

extension PseudoTerminal {
  /// Bytes that may wait for a program that does not read.
  private static let inputLimit = 4 << 20
  /// Answers to a program's queries that may wait for it to read them.
  private static let replyLimit = 65_536

  /// Sends bytes to the program as they are; never waits for it to read them.
  /// - Returns: False when nothing runs, or when 4 MiB already wait: the bytes are dropped then.
  @discardableResult
  public func write(_ bytes: [UInt8]) -> Bool {
    enqueue(bytes, limit: Self.inputLimit)
  }

  /// Sends a key, encoded as the modes ask that the program has set.
  @discardableResult
  public func send(_ press: KeyPress) -> Bool {
    emulator.encode(press)
    return enqueue(emulator.takeOutput(), limit: Self.inputLimit)
  }

  /// Sends a text as one piece, marked as pasted where the program has asked for that.
  @discardableResult
  public func paste(_ text: String) -> Bool {
    emulator.encodePaste(text)
    return enqueue(emulator.takeOutput(), limit: Self.inputLimit)
  }

  /// Sends a mouse event, its place counted from the terminal's top left.
  /// - Returns: False when the program has not asked for such events; nothing is sent then.
  @discardableResult
  public func mouse(_ event: MouseEvent) -> Bool {
    guard emulator.encode(event) else { return false }
    return enqueue(emulator.takeOutput(), limit: Self.inputLimit)
  }

  func sendReplies() {
    let replies = emulator.takeOutput()
    if !replies.isEmpty { enqueue(replies, limit: Self.replyLimit) }
  }

  @discardableResult
  private func enqueue(_ bytes: [UInt8], limit: Int) -> Bool {
    guard case .running = lifecycle, pendingInput.count + bytes.count <= limit else {
      return false
    }
    pendingInput.append(bytes)
    flushInput()
    return true
  }

  private func flushInput() {
    guard let primary else { return }
    pendingInput.drain { primary.write($0) }
    if pendingInput.isEmpty {
      inputSource = nil
    } else if inputSource == nil {
      inputSource = executor.watch(primary, for: .writing) { [weak self] in
        self?.assumeIsolated { $0.flushInput() }
      }
    }
  }

  /// Gives the terminal another size; the program is told by SIGWINCH.
  public func resize(_ size: Size) {
    emulator.resize(to: size)
    if let primary {
      let allowed = emulator.size
      _ = atelier_resize_terminal(
        primary.rawValue, Int32(allowed.columns), Int32(allowed.rows))
    }
    noteChange()
  }
}
