import EngineTestSupport
import Foundation
import SessionEngine
import TestSupport
import Testing

@testable import AtelierApp

@Suite struct ReportTextTests {
  private func run(
    _ number: Int, _ environment: String, batch: String? = nil, name: String? = nil,
    purpose: RunPurpose = .workload, exercise: String = "exercise-3",
    ending: StoredRun.Ending = .exited(0)
  ) -> StoredRun {
    StoredRun(
      id: RunID(number), exercise: exercise, environment: environment, provider: "pixi",
      purpose: purpose, title: "train in \(environment)", name: name,
      commandLine: "pixi run --frozen -e \(environment) train", workingDirectory: "/work",
      startedAt: Date(timeIntervalSince1970: 1_751_896_200), ending: ending, seconds: 12,
      cpuSeconds: 30, batch: batch, facts: ["framework": "torch", "device": "cpu"])
  }

  private func speeds(_ value: Double) -> [String: [MetricPoint]] {
    let epochs = (1...3).map {
      MetricPoint(
        series: "images_per_second", epoch: Double($0), seconds: Double($0), value: value)
    }
    return ["images_per_second": epochs]
  }

  private var history: MemoryHistory {
    MemoryHistory(
      kept: [
        run(1, "gpu", purpose: .install(step: 1, of: 1)), run(2, "gpu", name: "first try"),
        run(3, "cpu", ending: .exited(1)),
        run(4, "gpu", batch: "2"), run(5, "cpu", batch: "2"),
        run(6, "gpu", batch: "2"), run(7, "cpu", batch: "2"), run(8, "gpu", name: "again"),
        run(9, "gpu", name: "again"), run(10, "gpu", exercise: "exercise-2"),
      ],
      series: [
        RunID(4): speeds(300), RunID(6): speeds(310), RunID(5): speeds(100), RunID(7): speeds(101),
      ])
  }

  private func stored(_ choice: RunSelection.Choice) throws -> [Int] {
    try RunSelection(history: history).stored(choice).map(\.id.number)
  }

  @Test func runsAreNamedByNumberOrName() throws {
    #expect(try stored(.runs(["2", "#3", "first try"])) == [2, 3, 2])
    #expect(try stored(.batch("last")) == [4, 5, 6, 7])
    #expect(try stored(.exercise("exercise-2")) == [10])
  }

  @Test(
    arguments: [
      (.runs(["99"]), "There is no run #99."), (.runs(["nobody"]), "No run has the name"),
      (.runs(["again"]), "2 runs have the name"),
      (.runs(["1"]), "has no figures"),
      (.batch("77"), "There are no runs of batch 77."),
      (.exercise("exercise-9"), "There are no runs of exercise-9."),
    ] as [(RunSelection.Choice, String)])
  func whatFitsNoRunIsSaid(choice: RunSelection.Choice, words: String) {
    #expect {
      try stored(choice)
    } throws: { error in
      (error as? Diagnosis)?.says.contains(words) == true
    }
  }

  @Test func runsAreNamedInOneWayOnly() {
    #expect(throws: Diagnosis.self) { try RunSelection.choice(runs: [], batch: nil) }
    #expect(throws: Diagnosis.self) { try RunSelection.choice(runs: ["1"], batch: "last") }
  }

  @Test func aBatchIsComparedByItsEnvironments() throws {
    let runs = try RunSelection(history: history).compared(.batch("last"))
    let text = try ReportText.comparison(runs, as: .text)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "exercise-3: gpu and cpu")
    #expect(text.contains("gpu  #4 #6  pixi  2 of 2 runs finished"))
    let speed = try #require(lines.first { $0.hasPrefix("Images per second ") })
    #expect(speed.contains("305.0 images/s (300.0 to 310.0)"))
    #expect(speed.hasSuffix("0.33×  gpu is better"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func namesCannotReachTheTerminalAsSequences() throws {
    var history = history
    history.kept[1].name = "red\u{1B}[31m"
    let runs = try RunSelection(history: history).compared(.runs(["2", "3"]))
    let text = try ReportText.comparison(runs, as: .text)
    #expect(text.contains("red[31m"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormatTellsOfEveryRun(format: ReportFormat) throws {
    let runs = try RunSelection(history: history).compared(.batch("2"))
    let text = try ReportText.text(of: runs, as: format, summary: false)
    #expect(text.contains("images"))
    #expect(text.utf8.last == UInt8(ascii: "\n"))
  }

  // MARK: Files

  @Test func aFileThatIsThereIsReplacedOnlyWhenAsked() throws {
    let folder = try TemporaryDirectory("atelier-report")
    let path = folder.path + "report.md"
    try ReportOutput(path, replacing: false).write("first\n")
    #expect {
      try ReportOutput(path, replacing: false).write("second\n")
    } throws: { error in
      (error as? Diagnosis)?.remedy.contains("--force") == true
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "first\n")
    try ReportOutput(path, replacing: true).write("second\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "second\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.md"])
  }

  @Test func aFolderThatIsNotThereAndAFolderInTheFilesPlaceAreSaid() throws {
    let folder = try TemporaryDirectory("atelier-report")
    #expect {
      try ReportOutput(folder.path + "none/report.md", replacing: false).write("text")
    } throws: { error in
      (error as? Diagnosis)?.says.hasSuffix("its folder is not there.") == true
    }
    #expect {
      try ReportOutput(folder.path, replacing: true).write("text")
    } throws: { error in
      (error as? Diagnosis)?.says.hasSuffix("is not a regular file.") == true
    }
  }

  @Test func aDashIsStandardOutput() {
    #expect(ReportOutput("-", replacing: false) == .standardOutput)
    #expect(ReportOutput(nil, replacing: true) == .standardOutput)
  }
}
