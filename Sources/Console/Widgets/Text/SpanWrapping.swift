import TerminalCore

/// Breaks text in several styles into lines that fit.
enum SpanWrapping {
  static func lines(of spans: [StyledSpan], columns: Int) -> [StyledLine] {
    let lines = TextWrapping.lines(of: spans.map(\.text).joined(), columns: columns)
    var styled = spans.flatMap { span in span.text.map { ($0, span.role) } }[...]
    return lines.map { line in
      var result: [StyledSpan] = []
      for character in line {
        // White space at a break is in the text and in no line.
        while let next = styled.first, next.0 != character { styled = styled.dropFirst() }
        guard let (_, role) = styled.popFirst() else { break }
        if result.last?.role == role {
          result[result.count - 1].text.append(character)
        } else {
          result.append(StyledSpan(String(character), role))
        }
      }
      return StyledLine(result)
    }
  }
}
