import Testing

@testable import SessionEngine

@Suite struct CSVTableTests {
  private func read(_ text: String) -> (figures: [FollowedFile.Figure], fault: String?) {
    var file = FollowedFile(FoundFile(path: "m.csv", device: 1, inode: 1, size: 0, modified: 0))
    var figures: [FollowedFile.Figure] = []
    let fault = Array(text.utf8).withUnsafeBytes { file.read($0, into: &figures) }
    return (figures, fault)
  }

  private func words(_ text: String) -> [String] {
    read(text).figures.map { figure in
      "\(figure.series)=\(figure.value)" + (figure.step.map { " s\($0)" } ?? "")
        + (figure.epoch.map { " e\($0)" } ?? "")
    }
  }

  @Test func readsLightningsSparseTable() throws {
    let text = String(decoding: try OutputFixture.file("lightning.csv"), as: UTF8.self)
    let figures = read(text).figures
    #expect(Set(figures.map(\.series)) == ["train_loss", "val_accuracy", "val_loss"])
    #expect(
      figures.filter { $0.series == "train_loss" }.map(\.step)
        == stride(from: 1, to: 30, by: 2).map { $0 })
    // Lightning counts its epochs from 0.
    #expect(figures.filter { $0.series == "val_loss" }.map(\.epoch) == [1, 2, 3])
  }

  @Test(
    arguments: [
      ("epoch,loss\n1,0.5\n2,\n", ["loss=0.5 e1.0"]),
      ("step;\"val; loss\";acc\r\n1;0.5;90%\r\n", ["val; loss=0.5 s1", "accuracy=0.9 s1"]),
      ("step\tloss\n1\tnan\n2\t 1e-3 \n3\t5\textra\n", ["loss=0.001 s2", "loss=5.0 s3"]),
      ("epoch,loss\n0.5,1\n", ["loss=1.0 e0.5"]),
      ("step,loss\n1,0.5\n2,0.2", ["loss=0.5 s1"]),
      ("\nstep,loss\n\n1,0.5\n", ["loss=0.5 s1"]),
    ])
  func readsTables(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: ["1,2,3\n4,5,6\n", "a,,b\n1,2,3\n", "\u{1}\u{2},x\n1,2\n"])
  func refusesWhatHasNoHeader(text: String) {
    let (figures, fault) = read(text)
    #expect(figures.isEmpty)
    #expect(fault?.contains("names no columns") == true)
  }
}
