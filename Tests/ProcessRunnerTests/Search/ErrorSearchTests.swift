import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("The first error of a run")
struct ErrorSearchTests {
  private func first(_ output: String) -> TerminalMatch? {
    let emulator = Emulator(size: Size(columns: 100, rows: 4), scrollbackLimit: 100)
    var text = "epoch=1 loss=0.5 error=0.1\r\nall went well\r\n" + output
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
    return ErrorSearch().first(in: emulator.keptLines)
  }

  @Test(
    "is found by its words",
    arguments: [
      "Traceback (most recent call last):", "ValueError: bad shape", "KeyboardException: stop",
      "train.py:3: error: name 'x' is not defined", "error[E0308]: mismatched types",
      "[ERROR] no device", "tests/a.py::b FAILED", "fatal: not a git repository", "Killed",
      "Segmentation fault (core dumped)", "RuntimeError: CUDA error: no kernel image is available",
      "torch.OutOfMemoryError: CUDA out of memory.", "RESOURCE_EXHAUSTED: Out of memory",
      "  × failed to solve the environment", "bash: nothing: command not found",
      "\u{1B}[31merror:\u{1B}[0m it",
    ])
  func found(line: String) {
    #expect(first(line + "\r\nmore\r\n")?.line == 2)
  }

  @Test(
    "is none of these",
    arguments: [
      "0 errors", "error=0.25", "terror: a film", "mean_squared_error 0.3", "ERROR=0", "UNFAILED",
      "killed 3 idle workers", "not Killed by anyone", "ErrorRate 5", "validation error 0.4",
    ])
  func absent(line: String) {
    #expect(first(line) == nil)
  }

  @Test("comes first though others follow, and they are counted")
  func order() {
    let match = first("Traceback (most recent call last):\r\n  File \"a\"\r\nValueError: x\r\n")
    #expect(match == TerminalMatch(line: 2, columns: 0..<33, ordinal: 1, total: 2))
  }
}
