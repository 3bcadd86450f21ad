import Console
import Testing

@Suite struct LossCurveTests {
  private func series(_ name: String, _ losses: [Double]) -> CurveSeries {
    CurveSeries(
      name: name, points: losses.enumerated().map { .init(x: Double($0 + 1), y: $1) })
  }

  @Test func saysWhenThereIsNothingYet() {
    let curve = LossCurve(
      first: series("torch", []), second: series("jax", [.nan]), xName: "epoch")
    #expect(
      picture(of: curve, columns: 30, rows: 3) == """
        ● torch n/a  × jax n/a
        no values yet

        """)
  }

  @Test func marksTheCurvesApartInASCII() {
    let curve = LossCurve(
      first: series("torch", [2, 1.5, 1]), second: series("jax", [2, 1]), xName: "epoch")
    #expect(
      picture(of: curve, columns: 16, rows: 5, glyphs: .ascii) == """
        o torch  x jax
        2 x
                 o
        1        x     o
          epoch 1      3
        """)
  }

  @Test func drawsAWholeAndADashedLine() {
    let curve = LossCurve(
      first: series("torch", [2, 2, 2, 2]), second: series("jax", [2, 1, 1, 1]), xName: "epoch")
    #expect(
      picture(of: curve, columns: 16, rows: 5) == """
        ● torch  × jax
        2 ⠉⡉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉●
           ⠈ ⡀
        1    ⠈⢀ ⣀ ⣀⢀⡀⢀⡀×
          epoch 1      4
        """)
  }
}
