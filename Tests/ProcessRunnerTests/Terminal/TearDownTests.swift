import Foundation
import ProcessRunner
import TestSupport
import Testing

@Suite("Nothing of a run outlives it")
struct TearDownTests {
  /// A daemon's way: fork, setsid, fork again, and let the parents go.
  static let daemon = """
    import os, signal, sys, time
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            null = os.open("/dev/null", os.O_RDWR)
            for number in range(3): os.dup2(null, number)
            time.sleep(1000)
        os._exit(0)
    print("ready", flush=True)
    if sys.argv[1] == "stay": time.sleep(1000)
    """

  @Test("a program that ignores SIGINT and SIGTERM is killed")
  func ignoresSignals() async throws {
    let mark = MarkedProcesses()
    let run = try await RunningTerminal(
      script: "trap '' INT TERM HUP; echo ready; while :; do sleep 1000; done",
      environment: mark.environment)
    try await run.waitForScreen(containing: "ready")
    await run.terminal.stop(grace: .milliseconds(100))
    #expect(try await run.exit().outcome == .signaled(SIGKILL))
    try await mark.waitUntilGone()
  }

  @Test("a polite program ends at the first signal, with its own exit code")
  func polite() async throws {
    let run = try await RunningTerminal(
      script: "trap 'echo saved; exit 3' INT; echo ready; while :; do sleep 0.05; done")
    try await run.waitForScreen(containing: "ready")
    await run.terminal.stop(grace: .seconds(20))
    #expect(try await run.exit().outcome == .exited(3))
    #expect(await run.screen().contains("saved"))
  }

  @Test(
    "a daemon that has left session and parents is found and killed", arguments: ["stay", "go"])
  func daemonised(_ way: String) async throws {
    let mark = MarkedProcesses()
    let run = try await RunningTerminal(
      "python3", ["-c", Self.daemon, way], environment: mark.environment)
    if way == "stay" {
      try await run.waitForScreen(containing: "ready")
      try await mark.waitUntilAlive(2)
      await run.terminal.stop(grace: .milliseconds(100))
    }
    let report = try await run.exit()
    #expect(report.outcome == (way == "stay" ? .signaled(SIGKILL) : .exited(0)))
    #expect(mark.alive().isEmpty, "the end was told before all was gone")
  }

  @Test("a program that forks faster than it can be counted is killed")
  func forking() async throws {
    let mark = MarkedProcesses()
    let run = try await RunningTerminal(
      "python3",
      [
        "-c",
        """
        import os, time
        for number in range(1, 16): __import__("signal").signal(number, 1) if number != 9 else 0
        print("ready", flush=True)
        end = time.time() + 30
        while time.time() < end:
            if os.fork() != 0: os._exit(0)
        """,
      ], environment: mark.environment)
    try await run.waitForScreen(containing: "ready")
    await run.terminal.stop(grace: .zero)
    _ = try await run.exit()
    try await mark.waitUntilGone()
  }

  @Test("letting the terminal go ends the run")
  func released() async throws {
    let mark = MarkedProcesses()
    func startAndLetGo() async throws {
      let run = try await RunningTerminal(
        script: "trap '' HUP TERM; sleep 1000 & sleep 1000", environment: mark.environment)
      try await run.started()
      try await mark.waitUntilAlive(3)
    }
    try await startAndLetGo()
    try await mark.waitUntilGone()
  }

  @Test("killing the owner with SIGKILL ends the run within seconds")
  func ownerIsKilled() async throws {
    let mark = MarkedProcesses()
    let owner = Process()
    owner.executableURL = URL(filePath: "/usr/bin/env")
    owner.arguments = ["python3", "-c", Self.owner, try BuiltProduct.path("atelier"), mark.value]
    owner.standardOutput = FileHandle.nullDevice
    owner.standardError = FileHandle.nullDevice
    try owner.run()
    defer { if owner.isRunning { kill(owner.processIdentifier, SIGKILL) } }
    try await mark.waitUntilAlive(2)
    kill(owner.processIdentifier, SIGKILL)
    try await mark.waitUntilGone()
  }

  /// Stands for the console: holds the pseudo-terminal and the supervisor's pipes, and does
  /// nothing to end the run.
  static let owner = """
    import os, subprocess, sys, time
    primary, replica = os.openpty()
    path = os.ttyname(replica)
    environment = os.memfd_create("environment")
    os.write(environment, f"ATELIER_TEST_MARK={sys.argv[2]}".encode() + b"\\0PATH=/usr/bin:/bin\\0")
    control, status = os.pipe(), os.pipe()
    if os.fork() == 0:
        os.setsid()
        os.dup2(environment, 50)
        for source, target in ((control[0], 0), (status[1], 1), (50, 3)): os.dup2(source, target)
        os.closerange(4, 100)
        script = "trap '' HUP TERM INT; setsid sleep 1000 & sleep 1000; sleep 1000"
        os.execv(sys.argv[1], [sys.argv[1], "__supervise", path, "/tmp", "sh", "-c", script])
    time.sleep(1000)
    """
}
