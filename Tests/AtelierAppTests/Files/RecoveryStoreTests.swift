import Foundation
import Glibc
import TestSupport
import Testing

@testable import AtelierApp

@Suite struct RecoveryStoreTests {
  private let folder: TemporaryDirectory
  private let store: RecoveryStore
  private let earlier = Date(timeIntervalSince1970: 1_700_000_000)

  init() throws {
    folder = try TemporaryDirectory()
    store = RecoveryStore(folder: folder.path + "state/atelier/recovery")
  }

  @Test func unsavedTextIsOfferedUntilItIsSaved() throws {
    let path = try folder.write("saved", to: "train.py").path(percentEncoded: false)
    let file = try FileStore().open(path)
    #expect(store.offer(for: file) == nil)
    try store.record("unsaved\r\n\u{301}", for: path, at: earlier)
    let entry = RecoveryEntry(path: path, date: earlier, text: "unsaved\r\n\u{301}")
    #expect(RecoveryStore(folder: folder.path + "state/atelier/recovery").offer(for: file) == entry)
    store.remove(for: path)
    #expect(store.offer(for: file) == nil)
    #expect(store.list().isEmpty)
  }

  @Test func theSameTextAsInTheFileIsNotOffered() throws {
    let path = try folder.write("saved", to: "train.py").path(percentEncoded: false)
    try store.record("saved", for: path, at: earlier)
    #expect(store.offer(for: try FileStore().open(path)) == nil)
    #expect(store.entry(for: path) != nil)
  }

  @Test func theLatestStandsFirst() throws {
    try store.record("a", for: "/w/a.py", at: earlier)
    try store.record("b", for: "/w/b.py", at: earlier.addingTimeInterval(60))
    try store.record("a2", for: "/w/a.py", at: earlier.addingTimeInterval(1))
    #expect(store.list().map(\.text) == ["b", "a2"])
  }

  @Test func onlyTheOwnerCanReadIt() throws {
    try store.record("secret", for: "/w/a.py", at: earlier)
    let place = folder.path + "state/atelier/recovery"
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    var status = stat()
    #expect(stat(place + "/" + (names.first ?? ""), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(stat(place, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o700)
  }

  @Test(arguments: ["", "{}", "{}\ntext", "not json\ntext", "{\"version\":9}\n"])
  func aDamagedFileIsPassedOver(_ content: String) throws {
    try store.record("a", for: "/w/a.py", at: earlier)
    try folder.write(content, to: "state/atelier/recovery/zz.recovery")
    #expect(store.list().map(\.path) == ["/w/a.py"])
  }

  @Test func aFolderThatCannotBeMadeIsToldAbout() throws {
    try folder.write("a file", to: "state")
    #expect(throws: FileStoreError.self) { try store.record("a", for: "/w/a.py", at: earlier) }
  }
}
