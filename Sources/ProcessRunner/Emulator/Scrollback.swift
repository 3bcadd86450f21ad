/// The lines that have left the primary screen at its top: a ring that forgets the oldest.
struct Scrollback {
  /// Lines kept.
  let limit: Int
  /// Lines ever added: tells a reader who holds a place how far it has moved.
  private(set) var added = 0
  private var lines: [ScrollbackLine] = []
  private var first = 0

  init(limit: Int) {
    self.limit = max(0, limit)
  }

  var count: Int { lines.count }

  /// 0 is the oldest line.
  subscript(index: Int) -> ScrollbackLine {
    let place = first + index
    return lines[place < lines.count ? place : place - lines.count]
  }

  mutating func append(_ row: ScreenRow) {
    added += 1
    guard limit > 0 else { return }
    let line = ScrollbackLine(row)
    if lines.count < limit {
      lines.append(line)
      return
    }
    lines[first].deallocate()
    lines[first] = line
    first = first + 1 == limit ? 0 : first + 1
  }

  /// Takes the newest line out; the caller frees it.
  mutating func popLast() -> ScrollbackLine? {
    guard !lines.isEmpty else { return nil }
    if first > 0 {
      lines.rotate(by: first)
      first = 0
    }
    added -= 1
    return lines.removeLast()
  }

  mutating func removeAll() {
    for line in lines { line.deallocate() }
    lines.removeAll()
    first = 0
  }
}

extension [ScrollbackLine] {
  /// Moves the elements so that the one at `start` becomes the first.
  fileprivate mutating func rotate(by start: Int) {
    self = Array(self[start...] + self[..<start])
  }
}
