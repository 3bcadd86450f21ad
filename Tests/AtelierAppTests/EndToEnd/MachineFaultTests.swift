import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Faults of the machine, in a mount namespace of the test's own: nobody else is touched.
  @Suite(
    .serialized, .enabled("No mount namespace may be made here.", { PrivateMounts.areAllowed }))
  struct MachineFaultTests {
    @Test func theDiskOfTheLogFillsUp() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let logs = sandbox.workspace + "/.atelier/runs"
      let kept = sandbox.directory.path + "kept"
      // Two megabytes come; what was kept is copied out of the namespace.
      let outcome = try await PrivateMounts.run(
        """
        mkdir -p '\(logs)' '\(kept)'
        mount -t tmpfs -o size=256k none '\(logs)'
        "$@"; status=$?
        cp '\(logs)'/* '\(kept)'/
        exit $status
        """,
        [
          "run", "flood", "--env", "plain", "--json", "--exercises", Sandbox.programs,
          "--", "2",
        ], in: sandbox)
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      let run = try #require(runs.first)
      // The run is not held up by its log.
      #expect(run["exit_code"] as? Int == 0, "\(outcome)")
      let fault = try #require(run["log_fault"] as? String)
      #expect(fault.contains("No space left on device"))
      #expect(outcome.errors.contains(fault), "\(outcome)")
      let name = URL(filePath: try #require(run["log"] as? String)).lastPathComponent
      let bytes = try Data(contentsOf: URL(filePath: kept + "/" + name))
      #expect(bytes.count > 100_000)
      #expect(fault.contains("complete for the first \(bytes.count) bytes"))
      #expect(sandbox.marked.alive().isEmpty)
    }

    @Test func theDiskOfTheLogAndTheDatabaseFillsUp() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let state = sandbox.workspace + "/.atelier"
      let first = sandbox.directory.path + "first"
      let runs = sandbox.directory.path + "runs"
      // The first run fills the disk with its log; then room is made and it is run once more.
      let outcome = try await PrivateMounts.run(
        """
        mkdir -p '\(state)'
        mount -t tmpfs -o size=512k none '\(state)'
        "$@" -- 2 > '\(first)' 2> '\(first).errors'
        mount -o remount,size=64m '\(state)'
        "$@" -- 1
        status=$?
        "$1" runs --json > '\(runs)'
        exit $status
        """, ["run", "flood", "--env", "plain", "--json", "--exercises", Sandbox.programs],
        in: sandbox)
      func object(_ path: String) throws -> [[String: Any]] {
        let data = try Data(contentsOf: URL(filePath: path))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require(object?["runs"] as? [[String: Any]])
      }
      let errors = try String(contentsOfFile: first + ".errors", encoding: .utf8)
      let full = try #require(try object(first).first)
      // Neither the log nor the database holds the run up, and both say what is missing.
      #expect(full["exit_code"] as? Int == 0, "\(errors)")
      #expect((full["log_fault"] as? String)?.contains("No space left on device") == true)
      #expect(errors.contains("session.sqlite"), "\(errors)")

      let again = try #require((try outcome.object()["runs"] as? [[String: Any]])?.first)
      #expect(outcome.status == 0 && again["exit_code"] as? Int == 0, "\(outcome)")
      #expect(again["log_fault"] is NSNull)
      let kept = try object(runs)
      #expect(kept.first?["number"] as? Int == again["run"] as? Int)
      #expect(kept.first?["ending"] as? String == "exited")
      #expect(again["run"] as? Int ?? 0 > full["run"] as? Int ?? 0)
      #expect(sandbox.marked.alive().isEmpty)
    }

    @Test func noPseudoTerminalIsLeft() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let arguments = ["--exercises", Sandbox.programs]
      for name in ["first", "second"] {
        let install = try await sandbox.atelier(
          ["env", "install", name, "--exercise", "pair"] + arguments)
        #expect(install.status == 0, "\(install)")
      }
      // One terminal for two runs that want one each at the same time.
      let outcome = try await PrivateMounts.run(
        """
        mount -t devpts -o newinstance,max=1,ptmxmode=0666 none /dev/pts
        mount --bind /dev/pts/ptmx /dev/ptmx
        exec "$@"
        """, ["run", "pair", "--env", "first", "--env", "second", "--json"] + arguments,
        in: sandbox)
      #expect(outcome.status == 1, "\(outcome)")
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      let well = runs.filter { $0["exit_code"] as? Int == 0 }
      let failed = runs.filter { $0["exit_code"] as? Int == 127 }
      #expect(well.count == 1 && failed.count == 1, "\(outcome)")
      let fault = try #require(failed.first?["fault"] as? String)
      #expect(fault.contains("No pseudo-terminal is to be had"))
      #expect(fault.contains("Close runs or other terminals"))
      #expect(sandbox.marked.alive().isEmpty)
    }
  }
}
