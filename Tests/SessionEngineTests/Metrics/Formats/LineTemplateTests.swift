import Testing

@testable import SessionEngine

/// A line whose keys are those of the line before is read in one pass, and must say the same.
@Suite struct LineTemplateTests {
  /// What a line says, read after others or alone.
  private struct Said: Equatable {
    var values: [String: Double] = [:]
    var epoch: Double?
    var step: Int?
    var plannedEpochs: Int?
    var isShare = false
    var givesPoints = true
    var held = false
  }

  private func read(_ line: String, with reader: inout OutputReader) -> Said {
    var context = ReadingContext()
    var figures = LineFigures()
    var line = line
    let held = line.withUTF8 {
      reader.read($0, context: &context, clock: nil, into: &figures)
    }
    return Said(
      values: Dictionary(
        figures.values.map { (reader.table.names[$0.series], $0.value) },
        uniquingKeysWith: { _, last in last }), epoch: figures.epoch, step: figures.step,
      plannedEpochs: figures.plannedEpochs, isShare: figures.epochCount == .done,
      givesPoints: figures.givesPoints, held: held)
  }

  @Test(arguments: [
    "epoch=2 step=1 loss=0.25 images_per_second=1574.0",
    "epoch=2.5 step=1 loss=0.25 images_per_second=1574.0",
    "epoch=2 step=1 loss=-0.25 images_per_second=.5",
    "epoch=2 step=1 loss=1e-3 images_per_second=1574.0",
    "epoch=2 step=1 loss=nan images_per_second=1574.0",
    "epoch=2 step=1 loss= images_per_second=1574.0",
    "epoch=2 step=1 loss=12345678901234567890 images_per_second=1574.0",
    "epoch=2 step=1 loss=0.25, images_per_second=1574.0",
    "epoch=2 step=1 loss=25% images_per_second=1574.0",
    "epoch=2 step=1 loss=0.25  images_per_second=1574.0",
    "epoch=2 step=1 loss=0.25 images_per_second=1574.0 accuracy=0.5",
    "epoch=2 step=1 loss=0.25 images_per_second=1574.0 ",
    "epoch=2 step=1 loss=0.25", "epoch=2 step=1 loss=0.25 images_per_secon=1574.0",
    " epoch=2 step=1 loss=0.25 images_per_second=1574.0", "epoch=2 step=1.5 loss=0.25",
    "epoch=2 step=1 loss=0.2.5 images_per_second=1574.0",
    "step=1 epoch=2 loss=0.25 images_per_second=1574.0", "epoch=", "epoch", "",
    "{\"epoch\": 2, \"loss\": 0.25}", "event=end epoch=2 accuracy=0.5",
  ])
  func aLineSaysTheSameAfterAnotherOfItsKind(line: String) {
    var alone = OutputReader()
    let expected = read(line, with: &alone)
    var after = OutputReader()
    let before = "epoch=1 step=0 loss=2.3 images_per_second=1500.0"
    #expect(read(before, with: &after).values == ["loss": 2.3, "images_per_second": 1500])
    #expect(!after.template.isEmpty)
    #expect(read(line, with: &after) == expected)
    #expect(read(before, with: &after).values == ["loss": 2.3, "images_per_second": 1500])
  }

  @Test func aLineOfItsKindIsReadInOnePass() {
    var reader = OutputReader()
    _ = read("epoch=1 step=0 loss=2.3", with: &reader)
    var line = "epoch=1 step=1 loss=2.25"
    var figures = LineFigures()
    let fits = line.withUTF8 { reader.template.read($0, into: &figures) }
    #expect(fits)
    #expect(figures.values.map(\.value) == [2.25])
  }

  @Test(arguments: [
    "loss=0.5 device=cpu", "device=cpu threads=4", "loss=\"0.5\"", "{'loss': 0.5}", "loss=0.5,",
  ])
  func aLineOfOtherThingsIsNoKind(line: String) {
    var reader = OutputReader()
    _ = read("epoch=1 loss=2.3", with: &reader)
    _ = read(line, with: &reader)
    #expect(reader.template.isEmpty)
  }
}
