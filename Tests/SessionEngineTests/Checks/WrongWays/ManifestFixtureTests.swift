import Foundation
import PixiWorkspace
import SessionEngine
import Testing
import WorkshopModel

@Suite struct ManifestFixtureTests {
  @Test(arguments: try ManifestFixture.all())
  func exactlyWhatIsWrongIsFound(fixture: ManifestFixture) throws {
    let findings = WrongWayFinder.findings(
      in: try fixture.subject(), looking: WrongWay.allCases, environment: nil)
    let found = findings.map {
      ManifestFixture.Found(way: $0.wrongWay.rawValue, file: $0.file, line: $0.line)
    }
    #expect(found == fixture.findings)
    for finding in findings {
      #expect(finding.why.count > 20 && finding.remedy.count > 5, "\(finding)")
      #expect(!finding.why.contains("Optional(") && !finding.remedy.contains("Optional("))
      #expect(!finding.why.contains("  ") && !finding.why.contains(" ,"), "\(finding.why)")
    }
  }

  @Test func thereIsOneForEveryWrongWay() throws {
    let fixtures = try ManifestFixture.all()
    let shown = Set(fixtures.flatMap(\.findings).map(\.way))
    #expect(shown == Set(WrongWay.allCases.map(\.rawValue)))
    let folders = try FileManager.default.contentsOfDirectory(atPath: ManifestFixture.folder.path)
    #expect(Set(folders) == Set(fixtures.map(\.name) + ["fixtures.json"]))
  }

  @Test func thereAreManyOfBothKinds() throws {
    let manifests = try ManifestFixture.all().filter { $0.exercise != "exercise-5" }
    #expect(manifests.count >= 60)
    #expect(manifests.count { $0.findings.isEmpty } >= 30)
    #expect(manifests.allSatisfy { $0.findings.count <= 1 })
  }

  /// Every exercise's pitfall that is recognised by name has a fixture that shows it.
  @Test func everyPitfallIsShown() throws {
    let exercises = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../Exercises").standardizedFileURL
    let ids = try FileManager.default.contentsOfDirectory(atPath: exercises.path).flatMap { name in
      let file = exercises.appending(path: "\(name)/exercise.toml")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.components(separatedBy: "[[pitfall]]").dropFirst().compactMap {
        $0.firstMatch(of: /\bid\s*=\s*"([^"]+)"/).map { String($0.output.1) }
      }
    }
    let shown = Set(try ManifestFixture.all().flatMap(\.findings).map(\.way))
    let recognised = ids.filter { WrongWay(rawValue: $0) != nil }
    #expect(Set(recognised).subtracting(shown).isEmpty)
  }

  @Test func onlyWhatIsLookedForAndOnlyInTheEnvironment() throws {
    let fixture = try #require(
      try ManifestFixture.all().first { $0.name == "ex3-wrong-python-inherited" })
    let subject = try fixture.subject()
    func found(_ ways: [WrongWay], in environment: String?) -> [WrongWay] {
      WrongWayFinder.findings(in: subject, looking: ways, environment: environment)
        .map(\.wrongWay)
    }
    #expect(found([.pythonTooNew], in: "jax-cuda118") == [.pythonTooNew])
    #expect(found([.pythonTooNew], in: "gpu").isEmpty)
    #expect(found([.numpyTooNew, .cpuJaxlib], in: "jax-cuda118").isEmpty)
    #expect(found([], in: nil).isEmpty)
  }

  /// The remedy is a command of the pixi that is there.
  @Test(arguments: [
    ("0.49.0", "`pixi workspace system-requirements add --feature gpu cuda 12`."),
    (
      "0.77.0",
      "`pixi workspace platform add linux-64-cuda12=linux-64 --cuda 12`, and write "
        + "`platforms = [\"linux-64-cuda12\"]` in [feature.gpu]."
    ),
  ])
  func theRemedyFitsTheInstalledPixi(pixi: String, remedy: String) throws {
    let fixture = try #require(
      try ManifestFixture.all().first { $0.name == "ex2-wrong-cuda-not-declared" })
    let texts = try fixture.subject().texts
    let subject = ManifestFixture.subject(
      folder: fixture.folder, file: "pixi.toml", texts: texts, pixi: PixiVersion(parsing: pixi))
    let findings = WrongWayFinder.findings(
      in: subject, looking: [.cudaNotDeclared], environment: "gpu")
    #expect(findings.map(\.remedy) == [remedy])
    #expect(findings.map(\.environment) == ["gpu"])
    #expect(findings.first?.column == 1)
  }

  @Test func nothingIsFoundWhereThereIsNothing() {
    let subject = CheckSubject(
      folder: URL(filePath: "/nowhere"), manifestFile: "pixi.toml", manifest: .missing, lock: nil)
    #expect(
      WrongWayFinder.findings(in: subject, looking: WrongWay.allCases, environment: nil).isEmpty)
  }
}
