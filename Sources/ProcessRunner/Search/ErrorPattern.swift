/// Words by which a line tells of an error, in Python, compilers, shells, pixi and CUDA.
struct ErrorPattern {
  private enum Before {
    case anything
    /// No letter, digit or underscore.
    case wordStart
    /// Blanks at most.
    case lineStart
  }

  private enum After {
    case anything
    case wordEnd
    /// Blanks at most.
    case lineEnd
  }

  private let words: [UInt8]
  private let before: Before
  private let after: After

  private init(_ words: String, before: Before = .anything, after: After = .anything) {
    self.words = Array(words.utf8)
    self.before = before
    self.after = after
  }

  static let all: [ErrorPattern] = [
    ErrorPattern("Traceback (most recent call last)"),
    // A class's name may stand before them: `ValueError: …`.
    ErrorPattern("Error: "), ErrorPattern("Error:", after: .lineEnd),
    ErrorPattern("Exception: "), ErrorPattern("Exception in thread"),
    ErrorPattern("error:", before: .wordStart), ErrorPattern("error[", before: .lineStart),
    ErrorPattern("ERROR", before: .wordStart, after: .wordEnd),
    ErrorPattern("FAILED", before: .wordStart, after: .wordEnd),
    ErrorPattern("FATAL", before: .wordStart, after: .wordEnd),
    ErrorPattern("fatal:", before: .wordStart), ErrorPattern("Fatal Python error"),
    ErrorPattern("panic:", before: .wordStart), ErrorPattern("panicked at"),
    ErrorPattern("CUDA error"), ErrorPattern("CUDA out of memory"),
    ErrorPattern("OutOfMemoryError"), ErrorPattern("RESOURCE_EXHAUSTED"),
    ErrorPattern("Segmentation fault"), ErrorPattern("Bus error"),
    ErrorPattern("Illegal instruction"), ErrorPattern("(core dumped)"),
    ErrorPattern("terminate called after throwing"),
    ErrorPattern("Killed", before: .lineStart, after: .lineEnd),
    ErrorPattern("Aborted", before: .lineStart, after: .lineEnd),
    ErrorPattern("command not found", after: .lineEnd),
    // miette, which pixi reports with, begins so.
    ErrorPattern("× ", before: .lineStart),
  ]

  /// Where the words stand in a line, as its bytes in UTF-8.
  func range(in line: [UInt8]) -> Range<Int>? {
    var start = 0
    while let place = TextSearch.place(of: words, in: line, from: start) {
      let range = place..<place + words.count
      if allows(before: line[..<range.lowerBound]), allows(after: line[range.upperBound...]) {
        return range
      }
      start = range.upperBound
    }
    return nil
  }

  private func allows(before bytes: ArraySlice<UInt8>) -> Bool {
    switch before {
    case .anything: true
    case .wordStart: bytes.last.map { !Self.isWord($0) } ?? true
    case .lineStart: bytes.allSatisfy { $0 == 0x20 }
    }
  }

  private func allows(after bytes: ArraySlice<UInt8>) -> Bool {
    switch after {
    case .anything: true
    // `ERROR=0.1` is a figure.
    case .wordEnd: bytes.first.map { !Self.isWord($0) && $0 != UInt8(ascii: "=") } ?? true
    case .lineEnd: bytes.allSatisfy { $0 == 0x20 }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}
