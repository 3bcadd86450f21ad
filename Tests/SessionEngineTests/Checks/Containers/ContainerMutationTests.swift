import Foundation
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

/// Container files as they are while someone types, and worse.
@Suite struct ContainerMutationTests {
  private static func files(
    of fixtures: (ManifestFixture) -> Bool = { _ in true }
  ) throws -> [(path: String, text: String)] {
    try ManifestFixture.all().filter { $0.exercise == "exercise-5" && fixtures($0) }
      .flatMap { fixture in
        try fixture.subject().texts
          .filter { $0.key.hasSuffix("file") || $0.key.hasSuffix(".def") }
          .map { ($0.key, $0.value) }
      }.sorted { $0 < $1 }
  }

  private func look(at text: String, _ path: String) {
    let requirement = ContainerRequirement(
      path: path, conditions: ContainerRequirement.Condition.allCases, environment: "gpu")
    let file = ContainerFile(text: text, path: path)
    let lines = text.count { $0.isNewline } + 1
    for judgement in ContainerJudgement.unmet(requirement, in: file, ignoreFile: text) {
      #expect(judgement.line.map { (1...lines).contains($0) } ?? true, "\(judgement)\n\(text)")
    }
    // The wrong ways follow the same build, so a part of the texts is enough for them.
    guard text.utf8.count.isMultiple(of: 8) else { return }
    let subject = CheckSubject(
      folder: URL(filePath: "/w"), manifestFile: "pixi.toml", manifest: .missing, lock: nil,
      texts: [path: text])
    let findings = WrongWayFinder.findings(
      in: subject, looking: WrongWay.allCases, environment: nil)
    for finding in findings {
      #expect(finding.line.map { (1...lines).contains($0) } ?? true, "\(finding)\n\(text)")
    }
  }

  /// The right files at every byte, the wrong ones, which differ in a line, at every 29th. Files
  /// share their beginnings: each text is looked at once.
  @Test func everyCutIsRead() throws {
    try cut(Self.files { $0.findings.isEmpty }, by: 1)
    try cut(Self.files { !$0.findings.isEmpty }, by: 29)
  }

  private func cut(_ files: [(path: String, text: String)], by step: Int) throws {
    #expect(!files.isEmpty)
    var seen: Set<String> = []
    for (path, text) in files {
      let bytes = Array(text.utf8)
      for end in stride(from: 0, to: bytes.count, by: step) {
        let cut = String(decoding: bytes[..<end], as: UTF8.self)
        if seen.insert(path + cut).inserted { look(at: cut, path) }
      }
    }
  }

  @Test func tenThousandMutationsAreRead() throws {
    let files = try Self.files()
    var random = SeededGenerator(seed: 20_260_801)
    let pieces = [
      "\\\n", "<<EOF", "$(", "${", "`", "'", "\"", "(", ")", "{", "}", "&&", "|", ">", "\n",
      "%post",
      "%files from build", "FROM build", "COPY . .", "{{ X }}", "--from=", "\u{0}", "é", "\r\n",
      "#",
      "--mount=type=bind", "[\"", "/../..", "~", "pixi install", "RUN ", "bash -c \"",
    ]
    for _ in 0..<10_000 {
      let (path, text) = files[Int.random(in: 0..<files.count, using: &random)]
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
          bytes.removeSubrange(place..<end)
        case 1:
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          bytes.insert(contentsOf: Array(piece.utf8), at: place)
        case 2 where place < bytes.count:
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        default:
          let start = Int.random(in: 0...place, using: &random)
          let part = Array(bytes[start..<min(place, start + 200)])
          bytes.insert(contentsOf: part, at: place)
        }
      }
      look(at: String(decoding: bytes, as: UTF8.self), path)
    }
  }
}
