import Foundation
import TestSupport

/// Asks the Python programs in `Tests/IndependentReading` what files hold.
enum IndependentReading {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// Made by `.ci/setup-python`.
  static let rattlerPython = root.appending(path: ".build/test-venv/bin/python").path

  /// The files below Exercises and Tests/Fixtures that a condition holds for, sorted.
  static func files(where isWanted: (URL) -> Bool) -> [String] {
    ["Exercises", "Tests/Fixtures"].flatMap { folder in
      let all = FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil,
        options: [.skipsHiddenFiles])
      return (all?.compactMap { $0 as? URL } ?? []).filter(isWanted).map(\.path)
    }.sorted()
  }

  /// - Returns: What the program printed.
  static func run(_ python: String, _ script: String, _ files: [String]) async throws -> Data {
    let script = root.appending(path: "Tests/IndependentReading/\(script)").path
    return try await output(of: python, [script] + files)
  }

  /// Whether rattler is there or can be had; makes nothing.
  static func canHaveRattler() async throws -> Bool {
    if FileManager.default.isExecutableFile(atPath: rattlerPython) { return true }
    return try await PyPI.answers()
  }

  /// The Python with rattler, installed first where it is not there yet.
  static func pythonWithRattler() async throws -> String {
    if !FileManager.default.isExecutableFile(atPath: rattlerPython) {
      _ = try await output(of: root.appending(path: ".ci/setup-python").path, [])
    }
    return rattlerPython
  }

  private static func output(of program: String, _ arguments: [String]) async throws -> Data {
    let directory = try TemporaryDirectory()
    let file = try directory.write("", to: "output")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: file)
    let status = try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    guard status == 0 else { throw CocoaError(.executableLoad) }
    return try Data(contentsOf: file)
  }
}
