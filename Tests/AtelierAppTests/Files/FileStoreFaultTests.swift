import Foundation
import Glibc
import TestSupport
import Testing

@testable import AtelierApp

@Suite struct FileStoreFaultTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write("the old text", to: "a/train.py")
  }

  private var path: String { folder.path + "a/train.py" }

  private func expectUntouched() {
    #expect(FileManager.default.contents(atPath: path) == Data("the old text".utf8))
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "a")
    #expect(names == ["train.py"])
  }

  @Test func aReadOnlyFile() throws {
    chmod(path, 0o444)
    #expect(try FileStore().open(path).readOnlyReason == "it is read-only; allow it with chmod u+w")
    #expect(throws: FileStoreError.self) {
      try FileStore().save("new", to: path, expecting: .anything)
    }
    expectUntouched()
  }

  @Test func aReadOnlyFolder() throws {
    chmod(folder.path + "a", 0o555)
    defer { chmod(folder.path + "a", 0o755) }
    #expect(try FileStore().open(path).readOnlyReason?.contains("its folder") == true)
    #expect(throws: FileStoreError.self) {
      try FileStore().save("new", to: path, expecting: .anything)
    }
    expectUntouched()
  }

  @Test func aFolderThatIsGone() throws {
    let file = try FileStore().open(path)
    try FileManager.default.removeItem(atPath: folder.path + "a")
    for expectation in [SaveExpectation.anything, .absent, .unchanged(file.fingerprint)] {
      #expect(throws: FileStoreError.folderMissing(path: path)) {
        try FileStore().save("new", to: path, expecting: expectation)
      }
    }
  }

  @Test(arguments: [ENOSPC, EDQUOT, EFBIG]) func aDiskThatFillsUp(_ code: Int32) throws {
    let writer = AtomicWriter { descriptor, bytes, count in
      guard lseek(descriptor, 0, SEEK_CUR) < 8 else {
        errno = code
        return -1
      }
      return Glibc.write(descriptor, bytes, min(4, count))
    }
    let error = #expect(throws: FileStoreError.self) {
      try FileStore(writer: writer).save("a longer new text", to: path, expecting: .anything)
    }
    guard case .diskFull = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("Make room"))
    expectUntouched()
  }

  @Test func aWriteCutShortOrInterruptedGoesOn() throws {
    let calls = Counter()
    let writer = AtomicWriter { descriptor, bytes, count in
      if calls.next() % 2 == 0 {
        errno = EINTR
        return -1
      }
      return Glibc.write(descriptor, bytes, min(3, count))
    }
    _ = try FileStore(writer: writer).save("a longer new text", to: path, expecting: .anything)
    #expect(FileManager.default.contents(atPath: path) == Data("a longer new text".utf8))
  }

  @Test func aFileChangedWhileTheNewOneIsWritten() throws {
    let path = path
    let file = try FileStore().open(path)
    let writer = AtomicWriter { descriptor, bytes, count in
      _ = FileManager.default.createFile(atPath: path, contents: Data("theirs".utf8))
      return Glibc.write(descriptor, bytes, count)
    }
    #expect(throws: FileStoreError.changedOnDisk(path: path)) {
      try FileStore(writer: writer).save(
        "mine", to: path, expecting: .unchanged(file.fingerprint))
    }
    #expect(FileManager.default.contents(atPath: path) == Data("theirs".utf8))
  }

  @Test func aFullFileSystem() throws {
    let place = folder.path + "small"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    // Only root in a machine that allows mounts can have a real full disk here.
    guard getuid() == 0, mount("tmpfs", place, "tmpfs", 0, "size=64k") == 0 else { return }
    defer { umount2(place, 0) }
    let file = place + "/a.txt"
    _ = try FileStore().save("old", to: file, expecting: .absent)
    let error = #expect(throws: FileStoreError.self) {
      try FileStore().save(String(repeating: "x", count: 100_000), to: file, expecting: .anything)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("no space left on device"))
    #expect(FileManager.default.contents(atPath: file) == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["a.txt"])
  }
}
