import Testing

@testable import SessionEngine

/// Event files that PyTorch's `SummaryWriter` and tensorboardX wrote.
@Suite struct EventFileTests {
  private func file() -> FollowedFile {
    FollowedFile(
      FoundFile(path: "events.out.tfevents.1", device: 1, inode: 1, size: 0, modified: 0))
  }

  private func read(_ bytes: [UInt8]) -> (figures: [FollowedFile.Figure], fault: String?) {
    var file = file()
    var figures: [FollowedFile.Figure] = []
    let fault = bytes.withUnsafeBytes { file.read($0, into: &figures) }
    return (figures, fault)
  }

  @Test(arguments: ["torch.tfevents", "tensorboardx.tfevents"])
  func readsTheScalarsAndPassesOverTheRest(name: String) throws {
    let (figures, fault) = read(try OutputFixture.file(name))
    #expect(fault == nil)
    let losses = figures.filter { $0.series == "Loss/train" }
    #expect(losses.map(\.step) == [0, 1, 2, 3, 4])
    #expect(losses.map(\.value) == [1, 0.5, Double(Float(1) / 3), 0.25, Double(Float(0.2))])
    #expect(losses.map(\.wallTime) == (0..<5).map { 1_800_000_000 + Double($0) })
    #expect(Set(figures.map(\.series)).isSubset(of: ["Loss/train", "new"]))
  }

  @Test func readsScalarsThatAreTensors() throws {
    let figures = read(try OutputFixture.file("torch.tfevents")).figures
    #expect(figures.filter { $0.series == "new" }.map(\.value) == [0, 0.5, 1, 1.5, 2])
  }

  @Test func waitsForTheRestWhereverTheFileEnds() throws {
    let bytes = Array(try OutputFixture.file("torch.tfevents").prefix(900))
    let whole = read(bytes).figures
    #expect(!whole.isEmpty)
    for cut in bytes.indices {
      var file = file()
      var figures: [FollowedFile.Figure] = []
      let first = bytes[..<cut].withUnsafeBytes { file.read($0, into: &figures) }
      let second = bytes[file.offset...].withUnsafeBytes { file.read($0, into: &figures) }
      #expect(first == nil && second == nil)
      #expect(figures == whole)
    }
  }

  @Test func stopsAtDamageKeepsWhatWasBeforeAndSaysWhere() throws {
    var bytes = try OutputFixture.file("torch.tfevents")
    let count = read(bytes).figures.count
    bytes[300] ^= 0x10
    let (figures, fault) = read(bytes)
    #expect(figures.count < count)
    #expect(fault?.contains("damaged at byte") == true)
  }

  @Test func neverTrapsOnAnyFlippedByte() throws {
    let bytes = Array(try OutputFixture.file("torch.tfevents").prefix(400))
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] = ~flipped[place]
      _ = read(flipped)
      // The records' insides, without checksums before them.
      _ = Array(flipped[place...]).withUnsafeBytes { ScalarEvent($0) }
    }
  }
}
