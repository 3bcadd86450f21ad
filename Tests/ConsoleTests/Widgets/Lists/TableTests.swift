import Console
import Testing

@Suite struct TableTests {
  private let table = Table(
    [.init("run"), .init("loss", .right)],
    rows: [
      [StyledSpan("cuda12-torch"), StyledSpan("0.231")], [StyledSpan("jax"), StyledSpan("12.5")],
    ])

  @Test func alignsItsColumns() {
    #expect(
      picture(of: table, columns: 30, rows: 3) == """
        run            loss
        cuda12-torch  0.231
        jax            12.5
        """)
  }

  @Test func takesFromTheWidestColumnWhereItIsNarrow() {
    #expect(
      picture(of: table, columns: 15, rows: 3) == """
        run        loss
        cuda12-…  0.231
        jax        12.5
        """)
  }
}
