import Foundation
import GPUMetrics
import ProcessRunner
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct ReceiptTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesAreThoseOfTheStandard(_ text: String, _ digits: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digits)
  }

  @Test func aLongTextIsHashedLikeTheSystemDoes() {
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.hexadecimal(of: million)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [
    ("/home/ada/.pixi/bin/pixi run --frozen -e gpu train", "pixi run --frozen -e gpu train"),
    ("/usr/bin/python3 -m venv /home/ada/w/one/.venv", "python3 -m venv .venv"),
    ("/home/ada/w/one/.venv/bin/python train.py", ".venv/bin/python train.py"),
    ("pixi run --manifest-path /home/ada/w/one train", "pixi run --manifest-path . train"),
    ("python train.py --data /home/ada/w/data.csv", "python train.py --data ../data.csv"),
    ("python train.py --data /home/ada/data.csv", "python train.py --data ~/data.csv"),
    ("python train.py", "python train.py"),
  ])
  func commandsNameNoFolderOfTheMachine(_ command: String, _ plain: String) {
    let names = MachineNames(
      folder: "/home/ada/w/one", workspace: "/home/ada/w", home: "/home/ada")
    #expect(names.command(command) == plain)
  }

  private func run(_ purpose: RunPurpose, _ command: String) -> StoredRun {
    StoredRun(
      id: RunID(0), exercise: "begin", environment: "gpu", provider: "pixi", purpose: purpose,
      title: "train in gpu", commandLine: command, workingDirectory: "/home/user/begin",
      startedAt: LoopFixture.now, ending: .exited(0), seconds: 72.4,
      facts: ["device": "cuda", "device_name": "a | b"])
  }

  @Test func itTellsWhatWasDoneAndHowToRepeatIt() async throws {
    let fixture = try LoopFixture()
    let memory = await fixture.memory()
    let engine = fixture.engine(kind: .pixi, memory: memory)
    try await engine.writeSolution(of: "begin")
    await engine.recordCheck(LoopFixture.verdict(.met, .open), asked: true)
    let recorder = memory.recorder
    _ = await recorder.begin(run(.install(step: 1, of: 1), "pixi install --locked -e gpu"))
    let id = await recorder.begin(run(.workload, "pixi run --frozen -e gpu train"))
    recorder.record(
      [
        MetricPoint(series: "loss", step: 1, epoch: 1, seconds: 1, value: 0.5),
        MetricPoint(series: "loss", step: 2, epoch: 2, seconds: 2, value: 0.25),
        MetricPoint(series: "accuracy", step: 2, epoch: 2, seconds: 2, value: 0.941),
      ], of: id)
    await engine.note(GPUReport(source: .none, reason: "No NVIDIA driver was found."))

    let text = try await engine.receipt(of: "begin").markdown
    #expect(try await engine.receipt(of: "begin").markdown == text)
    #expect(text.hasPrefix("<!-- atelier receipt 1 -->\n\n# Receipt: The beginning\n"))
    let manifest = try Data(contentsOf: URL(filePath: fixture.folder("begin") + "/pixi.toml"))
    for part in [
      "- Written: 2026-03-04 16:02:09 UTC", "2 of 2 met.", "- Environments by: pixi 1.2.3",
      "| pixi.toml | \(SHA256.hexadecimal(of: Array(manifest))) |",
      "| numpy | 2.3.5 | py312h1234567\\_0 |", "| python | 3.12.12 | h1234567\\_0 |",
      "None seen: No NVIDIA driver was found.", "| finished | 1:12 | 0.2500 | 94.1 % |",
      "cuda a \\| b |", "```sh\npixi install --locked -e gpu\npixi run --frozen -e gpu train\n```",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect(!text.contains("tzdata"))
    #expect(!text.contains(fixture.workspace))
    await engine.close()
  }

  @Test func aRunOfAnotherProviderIsNotTakenForOneOfThese() async throws {
    let fixture = try LoopFixture()
    let memory = await fixture.memory()
    let engine = fixture.engine(kind: .pixi, memory: memory)
    try await engine.writeSolution(of: "begin")
    var other = run(.workload, "/home/user/venvs/gpu/bin/python train.py")
    other.provider = "venv"
    _ = await memory.recorder.begin(other)
    let text = try await engine.receipt(of: "begin").markdown
    for part in [
      "| train in gpu, by venv |", "Runs by venv had other packages than those above.",
      "n/a: no run by pixi has ended well yet.",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    await engine.close()
  }

  @Test func whatIsNotKnownIsSaidWithItsReason() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine(kind: .pixi)
    let text = try await engine.receipt(of: "begin").markdown
    for part in [
      "| pixi.toml | n/a: it is not there |", "n/a: there is no pixi.lock",
      "n/a: Nothing is kept of this session.", "n/a: nothing has been run yet",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    await engine.close()
  }

  @Test func onlyAReceiptIsReplaced() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine()
    let early = await #expect(throws: Diagnosis.self) {
      try await engine.writeReceipt(of: "begin")
    }
    #expect(early?.says.contains("There is no folder") == true)
    try await engine.startExercise("begin")
    try fixture.write("my own words", to: "begin/receipt-begin.md")
    let refused = await #expect(throws: Diagnosis.self) {
      try await engine.writeReceipt(of: "begin")
    }
    #expect(refused?.remedy.contains("--force") == true)
    #expect(fixture.text("begin/receipt-begin.md") == "my own words")
    let path = try await engine.writeReceipt(of: "begin", force: true)
    #expect(path == fixture.folder("begin") + "/receipt-begin.md")
    try await engine.writeReceipt(of: "begin")
    #expect(fixture.text("begin/receipt-begin.md")?.hasPrefix(ReceiptText.mark) == true)
    try FileManager.default.removeItem(atPath: path)
    try fixture.write("", to: "begin/receipt-begin.md/file")
    let folder = await #expect(throws: Diagnosis.self) {
      try await engine.writeReceipt(of: "begin", force: true)
    }
    #expect(folder?.says.contains("no plain file") == true)
    await engine.close()
  }
}
