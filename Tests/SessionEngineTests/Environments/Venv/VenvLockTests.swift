import Testing
import WorkshopModel

@testable import SessionEngine

@Suite struct VenvLockTests {
  private let wish = VenvWish(
    EnvironmentDeclaration(
      name: "cpu", title: "CPU", cuda: nil, requirements: ["torch==2.13.0+cpu", "numpy"],
      gpuRequirements: ["torch"], extraIndex: "https://example.org/cpu", probeModule: "torch"),
    hasGPU: false)

  private func lock(_ entries: [VenvLock.Entry]) -> VenvLock {
    VenvLock(
      entries: entries, requirements: wish.requirements, extraIndex: wish.extraIndex,
      python: "3.11.2", machine: "x86_64")
  }

  private let entries = [
    VenvLock.Entry(name: "torch", version: "2.13.0+cpu", location: nil, hashes: ["aa", "bb"]),
    VenvLock.Entry(name: "galaxy", version: "", location: "file:///w/galaxy.whl", hashes: ["cc"]),
  ]

  @Test func whatIsWrittenIsReadBack() {
    let written = lock(entries)
    #expect(VenvLock(text: written.text) == written)
    #expect(written.hasHashes)
    #expect(written.text.contains("torch==2.13.0+cpu \\\n    --hash=sha256:aa \\\n"))
    let without = lock(entries + [.init(name: "six", version: "1.17", location: nil, hashes: [])])
    #expect(!without.hasHashes)
  }

  @Test func servesOnlyWhatItWasSolvedFor() {
    let lock = lock(entries)
    #expect(lock.serves(wish, python: "3.11.9", machine: "x86_64"))
    #expect(!lock.serves(wish, python: "3.12.1", machine: "x86_64"))
    #expect(!lock.serves(wish, python: "3.11.9", machine: "aarch64"))
    #expect(!self.lock([]).serves(wish, python: "3.11.9", machine: "x86_64"))
    let other = VenvWish(
      EnvironmentDeclaration(
        name: "cpu", title: "CPU", cuda: nil, requirements: ["numpy"], gpuRequirements: [],
        extraIndex: "https://example.org/cpu", probeModule: "numpy"), hasGPU: false)
    #expect(!lock.serves(other, python: "3.11.9", machine: "x86_64"))
  }

  @Test func aListThatIsNotUnderstoodWholeIsNoList() {
    let whole = "# made by uv\nnumpy==2.4.6 \\\n    --hash=sha256:aa\nscipy[x]==1.17.1 ; python\n"
    #expect(VenvLockParser.entries(ofWhole: whole)?.map(\.name) == ["numpy", "scipy"])
    #expect(VenvLockParser.entries(ofWhole: whole + "/wheels/six.whl --hash=sha256:bb\n") == nil)
    #expect(VenvLockParser.entries(ofWhole: "") == nil)
  }
}
