import Foundation

/// Asks the Python programs in `Tests/IndependentReading` what others read.
public enum IndependentReading {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// Made by `.ci/setup-python`.
  private static let python = root.appending(path: ".build/test-venv/bin/python").path
  private static let setup = root.appending(path: ".ci/setup-python").path

  /// The files below Exercises and Tests/Fixtures that a condition holds for, sorted.
  public static func files(where isWanted: (URL) -> Bool) -> [String] {
    ["Exercises", "Tests/Fixtures"].flatMap { folder in
      let all = FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil,
        options: [.skipsHiddenFiles])
      return (all?.compactMap { $0 as? URL } ?? []).filter(isWanted).map(\.path)
    }.sorted()
  }

  /// - Returns: What the program printed.
  public static func run(_ python: String, _ script: String, _ files: [String]) async throws -> Data
  {
    try await output(of: python, [program(script)] + files)
  }

  /// The path of one of the programs.
  public static func program(_ script: String) -> String {
    root.appending(path: "Tests/IndependentReading/\(script)").path
  }

  /// Whether the packages these programs read with are there or can be had; makes nothing.
  public static func canHavePackages() async throws -> Bool {
    if try await status(of: setup, ["--check"]) == 0 { return true }
    return try await PyPI.answers()
  }

  /// The Python with those packages, installed first where they are not there yet.
  public static func pythonWithPackages() async throws -> String {
    guard try await status(of: setup, []) == 0,
      FileManager.default.isExecutableFile(atPath: python)
    else { throw CocoaError(.executableLoad) }
    return python
  }

  private static func output(of program: String, _ arguments: [String]) async throws -> Data {
    let directory = try TemporaryDirectory()
    let file = try directory.write("", to: "output")
    let status = try await status(
      of: program, arguments, output: try FileHandle(forWritingTo: file))
    guard status == 0 else { throw CocoaError(.executableLoad) }
    return try Data(contentsOf: file)
  }

  private static func status(
    of program: String, _ arguments: [String], output: FileHandle = .nullDevice
  ) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
