import Foundation
import Glibc
import TestSupport
import Testing

@testable import AtelierApp

@Suite struct FileStoreTests {
  private let folder: TemporaryDirectory
  private let store = FileStore()

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func path(_ name: String) -> String { folder.path + name }

  private func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: folder.url.appending(path: name))
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat(path(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test(arguments: ["", "a\r\nb\n", "é e\u{301} 👩‍💻 中", "no newline at the end"])
  func aFileComesBackByteForByte(_ text: String) throws {
    try put(Array(text.utf8), "a.txt")
    let file = try store.open(path("a.txt"))
    #expect(file.text.utf8.elementsEqual(text.utf8))
    _ = try store.save(file.text, to: file.path, expecting: .unchanged(file.fingerprint))
    #expect(bytes("a.txt") == Array(text.utf8))
    #expect(names == ["a.txt"])
  }

  @Test func theByteOrderMarkIsKept() throws {
    try put([0xEF, 0xBB, 0xBF, 0x61], "a.txt")
    let file = try store.open(path("a.txt"))
    #expect(file.text == "a")
    _ = try store.save(
      "ab", to: file.path, expecting: .unchanged(file.fingerprint),
      byteOrderMark: file.hasByteOrderMark)
    #expect(bytes("a.txt") == [0xEF, 0xBB, 0xBF, 0x61, 0x62])
  }

  @Test(
    arguments: [
      ([0x61, 0xE9, 0x62], 1), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xC3, 0xA9, 0xF5], 2), ([0x61, 0xE4, 0xB8, 0x41], 1),
    ] as [([UInt8], Int)])
  func whatIsNotUTF8IsToldWithItsPlace(_ bytes: [UInt8], _ offset: Int) throws {
    try put(bytes, "latin.txt")
    let expected = FileStoreError.notUTF8(path: path("latin.txt"), offset: offset)
    #expect(throws: expected) { try store.open(path("latin.txt")) }
    #expect("\(expected)".contains("byte \(offset)") && "\(expected)".contains("iconv"))
  }

  @Test func whatIsNoTextIsRefused() throws {
    try put([0x61, 0, 0x62], "a.bin")
    #expect(throws: FileStoreError.binary(path: path("a.bin"), offset: 1)) {
      try store.open(path("a.bin"))
    }
    #expect(throws: FileStoreError.notAFile(path: folder.path)) { try store.open(folder.path) }
    #expect(throws: FileStoreError.notFound(path: path("none"))) { try store.open(path("none")) }
    mkfifo(path("pipe"), 0o600)
    #expect(throws: FileStoreError.notAFile(path: path("pipe"))) { try store.open(path("pipe")) }
    try put(Array(repeating: 0x61, count: 11), "big")
    #expect(throws: FileStoreError.tooLarge(path: path("big"), bytes: 11, limit: 10)) {
      try FileStore(sizeLimit: 10).open(path("big"))
    }
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o664] as [mode_t])
  func theModeIsKept(_ mode: mode_t) throws {
    try put([0x61], "run.sh")
    chmod(path("run.sh"), mode)
    let file = try store.open(path("run.sh"))
    _ = try store.save("b", to: file.path, expecting: .unchanged(file.fingerprint))
    #expect(self.mode("run.sh") == mode)
  }

  @Test(.enabled(if: getuid() == 0)) func theOwnerIsKept() throws {
    try put([0x61], "a.txt")
    chown(path("a.txt"), 1234, 2345)
    _ = try store.save("b", to: path("a.txt"), expecting: .anything)
    var status = stat()
    stat(path("a.txt"), &status)
    #expect(status.st_uid == 1234 && status.st_gid == 2345)
  }

  @Test func aLinkStaysALinkAndItsTargetIsWritten() throws {
    try folder.write("old", to: "real/a.txt")
    symlink("real/a.txt", path("link"))
    symlink("link", path("second"))
    _ = try store.save("new", to: path("second"), expecting: .anything)
    #expect(bytes("real/a.txt") == Array("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("second")) == "link")
    symlink("loop", path("loop"))
    #expect(throws: FileStoreError.self) {
      try store.save("x", to: path("loop"), expecting: .anything)
    }
  }

  @Test func aNewFileIsWrittenOnlyWhereThereIsNone() throws {
    _ = try store.save("a", to: path("new.txt"), expecting: .absent)
    #expect(bytes("new.txt") == [0x61])
    #expect(throws: FileStoreError.alreadyExists(path: path("new.txt"))) {
      try store.save("b", to: path("new.txt"), expecting: .absent)
    }
    #expect(bytes("new.txt") == [0x61])
  }

  @Test func aFileChangedBySomethingElseIsNotOverwritten() throws {
    try put([0x61], "a.txt")
    let file = try store.open(path("a.txt"))
    #expect(!store.hasChanged(file.path, since: file.fingerprint))
    try put([0x62], "a.txt")
    #expect(store.hasChanged(file.path, since: file.fingerprint))
    #expect(throws: FileStoreError.changedOnDisk(path: file.path)) {
      try store.save("c", to: file.path, expecting: .unchanged(file.fingerprint))
    }
    #expect(bytes("a.txt") == [0x62])
    let now = try store.save("c", to: file.path, expecting: .anything)
    _ = try store.save("d", to: file.path, expecting: .unchanged(now))
    unlink(path("a.txt"))
    #expect(throws: FileStoreError.removedOnDisk(path: file.path)) {
      try store.save("e", to: file.path, expecting: .unchanged(now))
    }
    #expect(names.isEmpty)
  }

  @Test func aFileThatWasOnlyTouchedHasNotChanged() throws {
    try put([0x61], "a.txt")
    let file = try store.open(path("a.txt"))
    var times = [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000, tv_usec: 0)]
    utimes(path("a.txt"), &times)
    #expect(!store.hasChanged(file.path, since: file.fingerprint))
  }
}
