import Testing

@testable import SessionEngine

/// What trainings print, whole as a terminal gets it: bars of real tqdm, Keras 3, Lightning and
/// Transformers are in Tests/Fixtures/metrics.
@Suite struct PrintedFormatsTests {
  private func points(_ text: String, patterns: [String] = []) throws -> [String] {
    try OutputFixture(text, patterns: patterns).collector.takeNewPoints().map(Self.words)
  }

  private static func words(_ point: MetricPoint) -> String {
    let step = point.step.map { " s\($0)" } ?? ""
    let epoch = point.epoch.map { " e\(Double(Int(($0 * 1000).rounded())) / 1000)" } ?? ""
    return "\(point.series)=\(point.value)\(step)\(epoch)"
  }

  @Test(
    arguments: [
      ("epoch=3 step=20 loss=0.5 note=\"a b\" ok", ["loss=0.5 s20 e3.0"]),
      (
        "steps_per_epoch=10 epochs=4\nepoch=2 step=15 train_loss=1e-3, lr=2e-4;",
        ["train_loss=0.001 s15 e1.5", "learning_rate=0.0002 s15 e1.5"]
      ),
      ("12:30:01 INFO epoch=1 val_acc=94.5% mem=3.2GB", ["val_accuracy=0.945 e1.0"]),
      ("epoch=1 loss=0.4\nevent=end epoch=1 loss=0.4", ["loss=0.4 e1.0"]),
      ("step=3 \u{1B}[32mloss\u{1B}[0m=0.25", ["loss=0.25 s3"]),
      ("epoch=0 loss=0.4\nepoch=1 loss=0.3", ["loss=0.4 e1.0", "loss=0.3 e2.0"]),
    ])
  func readsPairs(text: String, expected: [String]) throws {
    #expect(try points(text) == expected)
  }

  @Test(
    arguments: [
      (
        #"{"epoch": 1, "loss": 0.3, "val": {"acc": 0.9, "by": {"class": [1, {"x": "}"}], "a": 1}}}"#,
        ["loss=0.3 e1.0", "val/acc=0.9 e1.0", "val/by/a=1.0 e1.0"]
      ),
      (
        #"{"_step":7,"loss":NaN,"acc":1E-2,"grad":-Infinity,"name":"0.5","on":true,"none":null}"#,
        ["accuracy=0.01 s7"]
      ),
      (#"{"loss": 0.3"#, []), (#"{"loss": 0.3} and more"#, []), (#"{"id": 5, "port": 8080}"#, []),
      (
        "{'loss': 0.5, 'learning_rate': 5e-05, 'epoch': 0.5}",
        ["loss=0.5 e0.5", "learning_rate=5e-05 e0.5"]
      ),
      ("{'loss': '0.5', 'flag': None, 'epoch': '1'}", ["loss=0.5 e1.0"]),
      (String(repeating: #"{"loss":"#, count: 100), []),
    ])
  func readsObjects(text: String, expected: [String]) throws {
    #expect(try points(text) == expected)
  }

  @Test func readsTheMNISTExample() throws {
    let text =
      "Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300\r\n"
      + "Train Epoch: 1 [30000/60000 (50%)]\tLoss: 1.42\r\n"
      + "\r\nTest set: Average loss: 0.0274, Accuracy: 9822/10000 (98%)\r\n\r\n"
      + "Train Epoch: 2 [30000/60000 (50%)]\tLoss: 0.42\r\n"
    let run = try OutputFixture(text)
    #expect(
      run.collector.takeNewPoints().map(Self.words) == [
        "loss=2.3 s0 e0.0", "loss=1.42 s30000 e0.5", "test_loss=0.0274 e1.0",
        "test_accuracy=0.9822 e1.0", "loss=0.42 s90000 e1.5",
      ])
    #expect(run.metrics.epochs == [EpochPoint(epoch: 1, loss: 1.42, accuracy: 0.9822)])
    #expect(run.metrics.losses.map(\.progress) == [0, 0.5, 1.5])
    #expect(run.metrics.progress?.words == "30000 of 60000")
  }

  @Test func readsTheBarsOfKeras2() throws {
    let back = String(repeating: "\u{08}", count: 60)
    let text =
      "Epoch 1/2\n"
      + "  1/469 [..............................] - ETA: 1:00 - loss: 2.30 - acc: 0.10\(back)\r"
      + "469/469 [==============================] - 3s 6ms/step - loss: 0.2 - acc: 0.94\(back)\r"
      + "469/469 [==============================] - 4s 8ms/step - loss: 0.2 - acc: 0.94"
      + " - val_loss: 0.1 - val_acc: 0.96\nEpoch 2/2\n"
      + "469/469 - 3s - loss: 0.1 - acc: 0.97 - val_loss: 0.1 - val_acc: 0.98\n"
    let run = try OutputFixture(text)
    #expect(
      run.collector.takeNewPoints().map(Self.words) == [
        "loss=2.3 s1 e0.002", "accuracy=0.1 s1 e0.002", "loss=0.2 s469 e1.0",
        "accuracy=0.94 s469 e1.0", "val_loss=0.1 s469 e1.0", "val_accuracy=0.96 s469 e1.0",
        "loss=0.1 s938 e2.0", "accuracy=0.97 s938 e2.0", "val_accuracy=0.98 s938 e2.0",
      ])
    #expect(run.metrics.epochs.map(\.accuracy) == [0.96, 0.98])
    #expect(run.metrics.progress == RunProgress(fraction: 1, words: "epoch 2 of 2"))
  }

  @Test func readsTheBarsOfKeras3() throws {
    let run = try OutputFixture(OutputFixture.file("keras3.txt"))
    #expect(run.metrics.seriesNames == ["accuracy", "loss", "val_accuracy", "val_loss"])
    #expect(run.metrics.epochs.count == 2)
    #expect(run.metrics.epochs.allSatisfy { $0.accuracy != nil && $0.loss != nil })
    #expect(run.metrics.progress == RunProgress(fraction: 1, words: "epoch 2 of 2"))
    // What `evaluate` draws afterwards is no figure of the last epoch.
    #expect(run.collector.takeNewPoints().allSatisfy { ($0.step ?? 99) <= 16 })
  }

  @Test func readsTheBarsOfTqdm() throws {
    let run = try OutputFixture(OutputFixture.file("tqdm.txt"))
    let points = run.collector.takeNewPoints()
    let training = points.prefix { $0.epoch == nil }.filter { $0.series == "loss" }
    #expect(training.map(\.value).prefix(3) == [1, 0.5, 0.333])
    #expect(training.count == 40)
    #expect(points.contains { $0.series == "iterations_per_second" && $0.value > 1 })
    #expect(Set(points.map(\.series)) == ["loss", "learning_rate", "iterations_per_second"])
    #expect(points.last { $0.series == "loss" }?.value == 0.05)
    #expect(run.metrics.plannedEpochs == 2)
  }

  @Test func readsTheBarsOfLightning() throws {
    let run = try OutputFixture(OutputFixture.file("lightning.txt"))
    #expect(run.metrics.epochs.map(\.epoch) == [1, 2, 3])
    #expect(run.metrics.loss == 0.581)
    #expect(run.metrics.last("val_loss") == 0.591)
    // The last field of a full bar was cut off at the terminal's edge: no half figure is told.
    #expect(run.metrics.accuracy == 0.581)
    #expect(run.metrics.seriesNames.contains("iterations_per_second"))
    let losses = run.collector.takeNewPoints().filter { $0.series == "train_loss" }
    #expect(losses.last?.step == 30)
    #expect(losses.last?.epoch == 3)
    #expect(!run.metrics.seriesNames.contains("v_num"))
  }

  @Test func readsTheLinesOfTransformers() throws {
    let run = try OutputFixture(OutputFixture.file("transformers.txt"))
    let losses = run.collector.takeNewPoints().filter { $0.series == "loss" }
    #expect(losses.map(\.epoch) == [0.5, 1, 1.5, 2])
    #expect(losses.map(\.value) == [0.6926, 0.6933, 0.6926, 0.6932])
    #expect(run.metrics.epochs.map(\.epoch) == [1, 2])
    #expect(run.metrics.last("eval_accuracy") == 0.4844)
    #expect(run.metrics.accuracy == 0.4844)
  }

  @Test func aBarTellsHowFarItHasComeBeforeItsLineEnds() throws {
    let run = try OutputFixture(
      "\r 45%|████▌     | 450/1000 [00:12<00:15, 36.2it/s, loss=0.42]", isFinished: false)
    #expect(run.metrics.progress == RunProgress(fraction: 0.45, words: "450 of 1000"))
    #expect(run.collector.takeNewPoints().isEmpty)
  }

  @Test func aSlowBarAndOneOfBytes() throws {
    #expect(
      try points("Step:  50%|█████     | 1/2 [00:02<00:02,  2.00s/it]")
        == ["iterations_per_second=0.5 s1"])
    #expect(try points(" 45%|████▌ | 4.50M/10.0M [00:12<00:15, 362kB/s]").isEmpty)
    #expect(try points("data.bin: 100%|██| 10/10 [00:12<00:00, 1.2B/s]").isEmpty)
  }

  @Test func readsTheExercisesOwnPatternsBeforeTheKnownFormats() throws {
    let pattern = #"Train Epoch: (?<epoch>\d+) \[(?<step>\d+)/.*Loss: (?<loss>[0-9.]+)"#
    #expect(
      try points("Train Epoch: 1 [640/60000 (1%)]\tLoss: 1.42\n", patterns: [pattern])
        == ["loss=1.42 s640 e1.0"])
    #expect(
      try points(
        "iteration 7 | psnr 31.5 dB\nstep=1 loss=2\n",
        patterns: [#"iteration (?<step>\d+) \| psnr (?<psnr>[0-9.]+)"#])
        == ["psnr=31.5 s7", "loss=2.0 s1"])
    let long = "x 1 " + String(repeating: "y", count: PatternReader.longestLine)
    #expect(try points(long, patterns: [#"x (?<x>\d+)"#]).isEmpty)
  }

  @Test(arguments: ["keras3.txt", "tqdm.txt", "lightning.txt", "transformers.txt"])
  func theFiguresAreTheSameHoweverTheBytesArrive(file: String) throws {
    let bytes = try OutputFixture.file(file)
    let whole = try OutputFixture(bytes).collector.takeNewPoints()
    #expect(!whole.isEmpty)
    for pieces in [1, 2, 3, 7, 64, 1021] {
      #expect(try OutputFixture(bytes, pieces: pieces).collector.takeNewPoints() == whole)
    }
  }

  @Test(
    arguments: [
      "see https://example.org/?a=1", "time: 12:30", "PATH=/bin", "a=b c=d", "x=1 is no figure",
      "Epoch of the sea: 3/10", "12/24 - note: 5", "3/4 of it", "export OMP_NUM_THREADS=4",
      "| 45% | of the table |", "100%", "Test set: ready", "Train Epoch: soon", "Epoch 4/2",
      "if (a == b) { loss() }", "loss is 0.3", "[INFO] done in 3.2s", "== test session ==",
      "lossless=1", "{'a': 1}", "epoch=x loss=y",
    ])
  func passesOverProse(line: String) throws {
    let run = try OutputFixture(line + "\n")
    #expect(run.collector.takeNewPoints().isEmpty)
    #expect(run.metrics.seriesNames.isEmpty)
    #expect(run.metrics.loss == nil)
  }
}
