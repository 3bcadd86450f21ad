import Console
import Testing

@Suite struct MarkdownBlockTests {
  private func lines(_ source: String, columns: Int = 24) -> [StyledLine] {
    MarkdownBlock(source).lines(columns: columns)
  }

  @Test func laysOutAnExercisePage() {
    let page = """
      # Train
      Train a **small** network
      on `galaxies`.

      1. Open the file and read all of it
      2. Run it
         - in both

      > Not the CUDA build.

      ```bash
      pixi run   train
      ```
      """
    #expect(
      lines(page).map(\.text).joined(separator: "\n") == """
        Train
        Train a small network on
        galaxies.

        1. Open the file and
           read all of it
        2. Run it
           • in both

        ▎ Not the CUDA build.

          pixi run   train
        """)
  }

  @Test func takesIndentedLinesAfterABlankOneForCode() {
    let page = """
      1. Declare the feature:

             [feature.gpu]
             - not = "an item"

         and go on.
      """
    #expect(
      lines(page).map(\.text).joined(separator: "\n") == """
        1. Declare the feature:

             [feature.gpu]
             - not = "an item"

        and go on.
        """)
  }

  @Test func givesWordsTheirRoles() {
    #expect(
      lines("see **bold** and `code`").first?.spans == [
        StyledSpan("see "), StyledSpan("bold", .textStrong), StyledSpan(" and "),
        StyledSpan("code", .syntaxString),
      ])
  }

  @Test func leavesMarksAloneThatAreNotClosed() {
    #expect(lines("a `b and 2 ** 3").first?.spans == [StyledSpan("a `b and 2 ** 3")])
  }

  @Test func keepsTheStyleOverABreak() {
    let wrapped = lines("`one two three`", columns: 8)
    #expect(wrapped.map(\.text) == ["one two", "three"])
    #expect(wrapped.allSatisfy { $0.spans.map(\.role) == [.syntaxString] })
  }
}
