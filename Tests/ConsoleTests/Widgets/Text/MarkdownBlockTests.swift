import Console
import TerminalCore
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

  @Test func keepsTextBehindCodeInItsListItem() {
    let page = """
      1. Lock it:

         ```bash
         pixi lock
         ```

         This solves, and installs nothing.
      2. Go on
      """
    #expect(
      lines(page).map(\.text).joined(separator: "\n") == """
        1. Lock it:

             pixi lock

           This solves, and
           installs nothing.
        2. Go on
        """)
  }

  @Test func wrapsCodeAndLeavesNothingOut() {
    let command = #"pixi task add daylight "python daylight.py""#
    let shown = lines("```\n\(command)\n```")
    #expect(shown.allSatisfy { TextWidth.columns(of: $0.text) <= 24 })
    let code = shown.flatMap(\.spans).filter { $0.role == .syntaxString }.map(\.text).joined()
    #expect(code == "  " + command)
  }

  @Test(arguments: 1...30) func codeFitsAnyWidth(columns: Int) {
    let command = "pixi add --feature gpu \"pytorch-gpu>=2.7\" 漢字"
    let shown = MarkdownBlock("    \(command)").lines(columns: columns, glyphs: .ascii)
    let code = shown.flatMap(\.spans).filter { $0.role == .syntaxString }.map(\.text).joined()
    #expect(code == "  " + command)
    #expect(columns < 2 || shown.allSatisfy { TextWidth.columns(of: $0.text) <= columns })
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
