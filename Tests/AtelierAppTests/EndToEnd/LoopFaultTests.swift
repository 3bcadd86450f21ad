import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// A reset on a machine that does not let it.
  @Suite(
    .serialized, .enabled("No mount namespace may be made here.", { PrivateMounts.areAllowed }))
  struct LoopFaultTests {
    private static let workshop = ["--exercises", Sandbox.fixture("loop-workshop")]

    private func sandbox(typing text: String) async throws -> Sandbox {
      let sandbox = try Sandbox()
      let start = try await sandbox.atelier(["start", "begin"] + Self.workshop)
      #expect(start.status == 0, "\(start)")
      try sandbox.directory.write(text, to: "workspace/begin/train.py")
      return sandbox
    }

    @Test func aFullDiskStopsItBeforeTheFolderIsTouched() async throws {
      let text = String(repeating: "typed ", count: 100_000)
      let sandbox = try await sandbox(typing: text)
      let kept = sandbox.workspace + "/.atelier/kept"
      let outcome = try await PrivateMounts.run(
        "mkdir -p '\(kept)'; mount -t tmpfs -o size=128k none '\(kept)'; \"$@\"",
        ["reset", "begin", "--yes"] + Self.workshop, in: sandbox)
      #expect(outcome.status == 1, "\(outcome)")
      #expect(outcome.errors.contains("No space left on device"), "\(outcome)")
      #expect(outcome.errors.contains("was left as it is"), "\(outcome)")
      #expect(outcome.errors.contains("Make room on the disk"), "\(outcome)")
      #expect(try sandbox.file("begin/train.py") == text)
    }

    @Test func whatIsKeptMayBeOnAnotherDisk() async throws {
      let sandbox = try await sandbox(typing: "typed")
      try sandbox.directory.write("mine", to: "workspace/begin/deep/own")
      let kept = sandbox.workspace + "/.atelier/kept"
      let copy = sandbox.directory.path + "copy"
      let outcome = try await PrivateMounts.run(
        """
        mkdir -p '\(kept)'; mount -t tmpfs none '\(kept)'
        "$@"; status=$?; cp -r '\(kept)' '\(copy)'; exit $status
        """, ["reset", "begin", "--all", "--yes", "--json"] + Self.workshop, in: sandbox)
      #expect(outcome.status == 0, "\(outcome)")
      let place = try #require(try outcome.object()["kept_in"] as? String)
      let name = URL(filePath: place).lastPathComponent
      for (path, text) in [("train.py", "typed"), ("deep/own", "mine")] {
        #expect(try String(contentsOfFile: "\(copy)/\(name)/\(path)", encoding: .utf8) == text)
      }
      #expect(try sandbox.file("begin/train.py") == "print(\"trained\")\n")
    }

    @Test func aFolderThatMayNotBeWrittenIsLeftWhole() async throws {
      let sandbox = try await sandbox(typing: "typed")
      let folder = sandbox.workspace + "/begin"
      let outcome = try await PrivateMounts.run(
        "mount --bind '\(folder)' '\(folder)'; mount -o remount,ro,bind '\(folder)'; \"$@\"",
        ["reset", "begin", "--yes"] + Self.workshop, in: sandbox)
      #expect(outcome.status == 1, "\(outcome)")
      #expect(outcome.errors.contains("Read-only file system"), "\(outcome)")
      #expect(try sandbox.file("begin/train.py") == "typed")
      let kept = sandbox.workspace + "/.atelier/kept"
      #expect(!FileManager.default.fileExists(atPath: kept))
    }
  }
}
