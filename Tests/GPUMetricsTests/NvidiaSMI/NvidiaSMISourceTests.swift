import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMISourceTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var starts: String { directory.url.appending(path: "starts").path }

  /// The process numbers of the loops that were started.
  private func children() -> [pid_t] {
    ((try? String(contentsOfFile: starts, encoding: .utf8)) ?? "").split(separator: "\n")
      .compactMap { pid_t($0) }
  }

  private func isAlive(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }

  /// A command whose loop does what the shell says; `$row` is a whole row, its fields those of the
  /// newest releases.
  private func fake(loop: String) throws -> FakeNvidiaSMI {
    try FakeNvidiaSMI(
      shell: """
        case "$1" in --query-compute-apps*) echo 'GPU-0, 42, 3072, /usr/bin/python3'; exit 0;; esac
        row='\(NvidiaSMIText.row(0).dropLast())'
        echo $$ >> '\(starts)'
        \(loop)
        """)
  }

  private func source(
    _ path: String, timeout: Duration = .seconds(60), clock: SamplingClock = .continuous(),
    guarding: @escaping CommandGuarding = { ($0, $1) }
  ) -> NvidiaSMISource {
    NvidiaSMISource(
      path: path, environment: ["PATH": "/usr/bin:/bin"],
      machine: MachineInspector(root: "/nonexistent"), reason: "why", timeout: timeout,
      clock: clock, guarding: guarding)
  }

  @Test func oneCommandGivesRoundAfterRoundAndEndsWithTheSource() async throws {
    let fake = try fake(loop: "while :; do echo \"$row\"; sleep 0.05; done")
    let source = source(fake.path)
    var times: Set<Double> = []
    try await waitUntil("three rounds are told") {
      let report = await source.sample()
      #expect(report.source == .nvidiaSMI)
      #expect(report.devices.first?.utilizationPercent == 40)
      if report.silentSeconds == nil {
        #expect(report.reason == "why")
        times.insert(report.time)
      }
      return times.count >= 3
    }
    #expect(children().count == 1)
    await source.close()
    try await waitUntil("the command is gone") { !children().contains(where: isAlive) }
  }

  @Test func theProgramsOnADeviceAreTold() async throws {
    let fake = try fake(loop: "while :; do echo \"$row\"; sleep 0.05; done")
    let source = source(fake.path)
    try await waitUntil("they are told") {
      await source.sample().devices.first?.processes == [
        GPUProcess(pid: 42, kinds: [.compute], memoryBytes: 3 << 30, name: "python3")
      ]
    }
    await source.close()
  }

  @Test func figuresFollowTheCommand() async throws {
    let fake = try ScriptedNvidiaSMI([ScriptedNvidiaSMI.healthy(0)])
    let source = source(fake.path)
    #expect(await source.sample().devices.first?.utilizationPercent == 40)
    try fake.script([ScriptedNvidiaSMI.healthy(0).merging(["utilization.gpu": "77"]) { $1 }])
    try await waitUntil("it is another") {
      await source.sample().devices.first?.utilizationPercent == 77
    }
    await source.close()
  }

  @Test func aCommandThatEndsIsStartedAgainAndItsFiguresAreOldUntilThen() async throws {
    let fake = try fake(
      loop: "echo \"$row\"; test $(wc -l < '\(starts)') -gt 1 && sleep 600; exit 9")
    let pause = HeldPause()
    let source = source(fake.path, clock: pause.clock)
    #expect(await source.sample().devices.first?.utilizationPercent == 40)
    try await waitUntil("its end is told") {
      let report = await source.sample()
      guard let device = report.devices.first, report.silentSeconds != nil else { return false }
      #expect(report.source == .nvidiaSMI)
      #expect(device[.utilization].state == .stale)
      return report.reason?.contains(
        "in the kernel. nvidia-smi is started again in 1 s.")
        == true
        && report.reason?.hasSuffix("why") == true
    }
    pause.end()
    try await waitUntil("it serves again") {
      let report = await source.sample()
      return report.devices.first?[.utilization].state == .known
    }
    #expect(children().count == 2)
    await source.close()
  }

  @Test func aSilentCommandIsEndedWithItsChildrenAndStartedAgain() async throws {
    let marker = directory.url.appending(path: "child").path
    let fake = try fake(
      loop: "echo \"$row\"; trap '' TERM; sleep 600 & echo $! >> '\(marker)'; wait; wait")
    let source = source(fake.path, timeout: .milliseconds(1500))
    try await waitUntil("it is told for how long") {
      await source.sample().reason?.contains("nvidia-smi gave no answer within") == true
    }
    try await waitUntil("it was started again") { children().count >= 2 }
    try await waitUntil("the first and its child are gone") {
      let text = (try? String(contentsOfFile: marker, encoding: .utf8)) ?? ""
      let child = text.split(separator: "\n").first.flatMap { pid_t($0) }
      return !isAlive(children()[0]) && child.map(isAlive) == false
    }
    await source.close()
    try await waitUntil("nothing is left") { !children().contains(where: isAlive) }
  }

  @Test func aCommandThatNeverServesIsGivenUp() async throws {
    let fake = try fake(loop: "echo 'No devices were found'; exit 6")
    let source = source(fake.path)
    let report = await source.sample()
    #expect(report.source == .none)
    #expect(report.problem == .noDevices)
    #expect(report.reason?.contains("lspci") == true)
    await source.close()
  }

  @Test func fieldsThatAreNotKnownAreLeftOutOneByOneAndRemembered() async throws {
    let log = directory.url.appending(path: "asked").path
    let fake = try FakeNvidiaSMI(
      shell: """
        case "$1" in --query-compute-apps*) exit 0;; esac
        echo "$1" >> '\(log)'
        for field in memory.reserved clocks_event_reasons.active clocks_throttle_reasons.active; do
        case "$1" in *$field*) echo "Field \\"$field\\" is not a valid field to query."; exit 2;; esac
        done
        echo '\(NvidiaSMIText.row(
            0, query: NvidiaSMIQuery(
              NvidiaSMIField.allCases.filter { ![.memoryReserved, .clockReasons].contains($0) }))
            .dropLast())'
        exit 0
        """)
    let source = source(fake.path)
    let device = try #require(await source.sample().devices.first)
    #expect(device[.memoryReserved].state == .unsupported)
    #expect(device.clockReasonsState == .unsupported)
    #expect(device.memoryTotalBytes == 80 << 30)
    // The command ends at once, and is started again with what it knows.
    try await waitUntil("it was started again") {
      try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count >= 5
    }
    let asked = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(asked[3] == asked[4])
    #expect(!asked[4].contains("memory.reserved"))
    await source.close()
  }

  @Test func aCommandThatKnowsNoFieldEndsTheAsking() async throws {
    let fake = try FakeNvidiaSMI(
      shell: "echo 'Field \"index\" is not a valid field to query.'; exit 2")
    let source = source(fake.path)
    let report = await source.sample()
    #expect(report.source == .none)
    #expect(report.reason?.contains("index") == true)
    await source.close()
  }

  @Test func everyCommandStandsBehindTheGuard() async throws {
    let seen = directory.url.appending(path: "guarded").path
    let fake = try fake(loop: "while :; do echo \"$row\"; sleep 0.05; done")
    let source = source(
      fake.path,
      guarding: { program, words in
        (
          "/bin/sh",
          ["-c", "echo \"$1\" >> '\(seen)'; shift; exec \"$@\"", "sh", words[0], program]
            + words
        )
      })
    #expect(await source.sample().devices.count == 1)
    try await waitUntil("both commands were") {
      let text = (try? String(contentsOfFile: seen, encoding: .utf8)) ?? ""
      return text.contains("--query-gpu") && text.contains("--query-compute-apps")
    }
    await source.close()
  }
}
