import SessionEngine
import Testing

@Suite struct RunMetricsTests {
  private func metrics(_ lines: String...) -> RunMetrics {
    var metrics = RunMetrics()
    for line in lines { metrics.read(line) }
    return metrics
  }

  @Test func readsATraining() {
    let metrics = metrics(
      "event=start framework=torch version=2.13.0 cuda=none epochs=2 steps_per_epoch=10 device=cpu",
      "epoch=1 step=5 loss=1.5 images_per_second=900",
      "epoch=1 step=10 loss=0.9 accuracy=0.61 images_per_second=950 device=cpu elapsed=1.5",
      "epoch=2 step=15 loss=0.5 images_per_second=960",
      "epoch=2 step=20 loss=0.3 accuracy=0.93 images_per_second=955 elapsed=3.0 "
        + "peak_memory_bytes=123456789",
      "event=end epoch=2 loss=0.3 accuracy=0.93")
    #expect(metrics.framework == "torch")
    #expect(metrics.cuda == nil)
    #expect(metrics.plannedEpochs == 2)
    #expect(metrics.epochs.map(\.accuracy) == [0.61, 0.93])
    #expect(metrics.losses.map(\.progress) == [0.5, 1.5])
    #expect(metrics.losses.map(\.loss) == [1.5, 0.5])
    #expect(metrics.epochs.map(\.loss) == [0.9, 0.3])
    #expect(metrics.peakMemoryBytes == 123_456_789)
    #expect(metrics.elapsedSeconds == 3)
  }

  @Test func listsItsSeriesWithTheirLastFigures() {
    let metrics = metrics(
      "framework=torch device=cpu threads=4", "epoch=1 val_acc=0.5 lr=0.1", "epoch=2 lr=0.01")
    #expect(metrics.seriesNames == ["val_accuracy", "learning_rate"])
    #expect(metrics.last("learning_rate") == 0.01)
    #expect(metrics.last("loss") == nil)
  }

  @Test func saysHowFarItHasCome() {
    #expect(metrics("epoch=1 loss=2").progress == nil)
    #expect(
      metrics("event=pictures done=2000 total=6000 elapsed=1.5").progress
        == RunProgress(fraction: 1.0 / 3, words: "pictures: 2000 of 6000"))
    #expect(
      metrics("epochs=4 steps_per_epoch=10", "epoch=2 step=15 loss=1").progress
        == RunProgress(fraction: 0.375, words: "epoch 2 of 4"))
  }

  @Test(arguments: ["", "hello", "see https://example.org/?q=1", "PATH=/bin", "a=b c=d"])
  func passesOverLinesWithoutFigures(line: String) {
    var metrics = RunMetrics()
    let hadFigures = metrics.read(line)
    #expect(!hadFigures)
    #expect(metrics == RunMetrics())
  }

  @Test func neverTrapsOnImpossibleFigures() {
    let metrics = metrics(
      "epoch=1e300 step=-5 loss=nan accuracy=inf images_per_second=x peak_memory_bytes=-1",
      "epoch=-3 loss=1", "step=9e99 steps_per_epoch=0 loss=2", "epochs=NaN")
    #expect(metrics.epoch == nil)
    #expect(metrics.step == nil)
    #expect(metrics.accuracy == nil)
    #expect(metrics.peakMemoryBytes == nil)
    #expect(metrics.losses.isEmpty)
  }

  @Test func thinsALongRunButKeepsItsEnds() {
    var metrics = RunMetrics()
    metrics.read("epochs=1 steps_per_epoch=100000")
    for step in 1...10_000 { metrics.read("epoch=1 step=\(step) loss=\(step)") }
    #expect(metrics.losses.count <= RunMetrics.mostLossPoints)
    #expect(metrics.losses.first?.loss == 1)
    #expect(metrics.losses.last?.loss == 10_000)
  }
}
