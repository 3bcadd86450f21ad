import Foundation

extension FileDifference {
  /// Larger files are not compared line by line.
  static let largestText = 8 << 20

  /// - Parameters:
  ///   - own: The participant's file, an absolute path; a link is not followed.
  ///   - solution: The solution's.
  init(path: String, own: String, solution: String) {
    let wanted = FileManager.default.contents(atPath: solution) ?? Data()
    let wantedText = Self.text(wanted)
    guard let facts = FileFacts(own) else {
      let lines = Self.lines(wantedText ?? "").enumerated().map { index, line in
        Line(kind: .solution, text: String(line), ownNumber: nil, solutionNumber: index + 1)
      }
      self.init(path: path, lines: lines, comparison: .missing)
      return
    }
    guard facts.kind == .file else {
      self.init(path: path, lines: [], comparison: .unreadable(Self.words(facts.kind)))
      return
    }
    guard facts.size <= Self.largestText else {
      self.init(path: path, lines: [], comparison: .binary(isSame: false))
      return
    }
    guard let data = FileManager.default.contents(atPath: own) else {
      self.init(path: path, lines: [], comparison: .unreadable("it may not be read"))
      return
    }
    guard let text = Self.text(data), let wantedText else {
      self.init(path: path, lines: [], comparison: .binary(isSame: data == wanted))
      return
    }
    self.init(path: path, lines: Self.compare(Self.lines(text), Self.lines(wantedText)))
  }

  private static func words(_ kind: FileFacts.Kind) -> String {
    switch kind {
    case .file: "it is a file"
    case .folder: "it is a folder"
    case .link: "it is a link"
    case .other: "it is no plain file"
    }
  }

  private static func text(_ data: Data) -> String? {
    data.contains(0) ? nil : String(validating: data, as: UTF8.self)
  }

  /// Without their endings; what stands behind the last ending is a line only when it is not empty.
  static func lines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      lines.append(Substring(line))
      start = end < bytes.endIndex ? bytes.index(after: end) : end
    }
    return lines
  }

  static func compare(_ own: [Substring], _ solution: [Substring]) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(own.count + solution.count)
    var (left, right) = (0, 0)
    func upTo(_ ownEnd: Int, _ solutionEnd: Int) {
      for index in left..<ownEnd {
        lines.append(
          Line(kind: .own, text: String(own[index]), ownNumber: index + 1, solutionNumber: nil))
      }
      for index in right..<solutionEnd {
        lines.append(
          Line(
            kind: .solution, text: String(solution[index]), ownNumber: nil,
            solutionNumber: index + 1))
      }
      (left, right) = (ownEnd, solutionEnd)
    }
    for pair in LineDifference(own: own, solution: solution).common {
      upTo(pair.own, pair.solution)
      lines.append(
        Line(
          kind: .same, text: String(own[pair.own]), ownNumber: pair.own + 1,
          solutionNumber: pair.solution + 1))
      (left, right) = (pair.own + 1, pair.solution + 1)
    }
    upTo(own.count, solution.count)
    return lines
  }
}
