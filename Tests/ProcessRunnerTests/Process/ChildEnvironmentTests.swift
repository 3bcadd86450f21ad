import ProcessRunner
import Testing

@Suite("The environment of a program in an emulated terminal")
struct ChildEnvironmentTests {
  @Test("knows nothing of the outer terminal and keeps the rest")
  func scrubbed() {
    let environment = ChildEnvironment.make(
      from: [
        "PATH": "/bin", "TMUX": "socket", "TERM": "tmux", "COLUMNS": "10", "COLORTERM": "truecolor",
        "LD_LIBRARY_PATH": "/lib",
      ], adding: ["LANG": "C"])
    #expect(
      environment == [
        "PATH": "/bin", "TERM": "xterm-256color", "LD_LIBRARY_PATH": "/lib", "LANG": "C",
      ])
  }
}
