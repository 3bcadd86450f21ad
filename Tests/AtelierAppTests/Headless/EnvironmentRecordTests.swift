import SessionEngine
import Testing

@testable import AtelierApp

@Suite struct EnvironmentRecordTests {
  private func status(
    _ name: String, prefix: String?, _ state: EnvironmentStatus.State = .installed
  ) -> EnvironmentStatus {
    EnvironmentStatus(
      name: name, title: "The \(name) one", provider: .venv, state: state, prefix: prefix,
      note: nil)
  }

  @Test func aSharedFolderIsOneRecord() {
    let records = EnvironmentRecord.records([
      ("exercise-1", [status("default", prefix: "/a/default")]),
      ("exercise-2", [status("cpu", prefix: "/a/cpu"), status("default", prefix: "/a/default")]),
    ])
    #expect(records.map(\.name) == ["default", "cpu"])
    #expect(records.map(\.exercises) == [["exercise-1", "exercise-2"], ["exercise-2"]])
  }

  @Test func unknownFoldersAreNotTakenForOne() {
    let records = EnvironmentRecord.records([
      ("exercise-1", [status("default", prefix: nil)]),
      ("exercise-2", [status("default", prefix: nil)]),
    ])
    #expect(records.count == 2)
  }

  @Test func statesHaveWordsAndReasons() {
    let no = Diagnosis(says: "No.", remedy: "Never.")
    let states: [(EnvironmentStatus.State, String, String?)] = [
      (.installed, "installed", nil), (.notInstalled, "not installed", nil),
      (.broken("half a file"), "broken", "half a file"),
      (.outdated("1 package differs"), "outdated", "1 package differs"),
      (.unavailable(no), "unavailable", "No. Never."),
    ]
    for (state, words, reason) in states {
      let record = EnvironmentRecord(status("cpu", prefix: nil, state), exercises: [])
      #expect(record.state == words)
      #expect(record.reason == reason)
      #expect(record.installed == (state == .installed))
    }
  }

  @Test func whatIsNotKnownIsNull() throws {
    let text = try JSONText.encode(
      EnvironmentRecord(status("cpu", prefix: nil, .notInstalled), exercises: ["exercise-1"]))
    for key in ["note", "prefix", "reason", "locked_packages", "matches_lock", "download_bytes"] {
      #expect(text.contains("\"\(key)\" : null"))
    }
    #expect(text.contains("\"installed\" : false"))
  }
}
