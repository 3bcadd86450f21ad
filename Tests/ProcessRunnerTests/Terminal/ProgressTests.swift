import ProcessRunner
import TestSupport
import Testing

@Suite("Progress that a program tells")
struct ProgressTests {
  @Test("comes as events, few of them however often it changes, the last of them true")
  func events() async throws {
    let run = try await RunningTerminal(
      script: """
        i=0
        while [ $i -le 100 ]; do printf '\\033]9;4;1;%d\\007' $i; i=$((i+1)); done
        read x
        printf '\\033]9;4;0;\\033\\\\gone'
        read x
        """)
    try await waitUntil("the last figure has come", detail: run.screen) {
      run.events.contains(.progress(.normal(percent: 100)))
    }
    #expect(await run.terminal.progress == .normal(percent: 100))
    await run.terminal.write(Array("\r".utf8))
    try await waitUntil("it is taken back", detail: run.screen) {
      run.events.contains(.progress(nil))
    }
    await run.terminal.write(Array("\r".utf8))
    _ = try await run.exit()
    #expect(await run.screen().contains("gone"))
  }
}
