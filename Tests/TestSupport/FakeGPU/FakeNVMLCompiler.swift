import Foundation

/// Compiles Tests/FakeNVML into the build folder, once per version and set of missing functions.
actor FakeNVMLCompiler {
  static let shared = FakeNVMLCompiler()

  private var compiled: [Set<String>: Task<String, any Error>] = [:]

  /// The path of a library that does not export the given functions.
  func library(without missing: Set<String>) async throws -> String {
    if let task = compiled[missing] { return try await task.value }
    let task = Task { try await Self.compile(missing) }
    compiled[missing] = task
    return try await task.value
  }

  private static func compile(_ missing: Set<String>) async throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let build = tests.deletingLastPathComponent().appending(path: ".build/fake-nvml")
    let files = try FileManager.default.contentsOfDirectory(
      at: tests.appending(path: "FakeNVML"),
      includingPropertiesForKeys: [.contentModificationDateKey])
    let sources = files.filter { $0.pathExtension == "c" }.map(\.path).sorted()
    let edited = try files.compactMap {
      try $0.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
    }
    let newest = edited.max()?.timeIntervalSince1970 ?? 0
    let stamp = "\(files.count)-\(UInt64(newest * 1000))"
    let library = build.appending(path: "fake-\(stamp)-\(fingerprint(of: missing)).so")
    if FileManager.default.fileExists(atPath: library.path) { return library.path }

    try FileManager.default.createDirectory(at: build, withIntermediateDirectories: true)
    let work = try TemporaryDirectory("atelier-fake-nvml-build")
    let hidden = missing.sorted().map { "\($0);" }.joined(separator: " ")
    let exports = try work.write("{ global: nvml*; local: \(hidden) *; };", to: "exports.map")
    let output = work.url.appending(path: "fake.so")
    try await run(
      [
        "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread",
        "-Wl,--version-script=\(exports.path)", "-o", output.path,
      ] + sources + ["-ldl", "-lm"])
    // Written whole before it has its name: several test processes may want it at once.
    try Data(contentsOf: output).write(to: library, options: .atomic)
    return library.path
  }

  /// A short name for a set of functions, the same in every process (FNV-1a).
  private static func fingerprint(of functions: Set<String>) -> String {
    let hash = functions.sorted().joined(separator: " ").utf8
      .reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private static func run(_ arguments: [String]) async throws {
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/bin/sh")
    compiler.arguments =
      [
        "-c", #"if command -v clang >/dev/null; then exec clang "$@"; else exec cc "$@"; fi"#, "sh",
      ] + arguments
    let status = try await withCheckedThrowingContinuation { continuation in
      compiler.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try compiler.run() } catch { continuation.resume(throwing: error) }
    }
    guard status == 0 else {
      throw FakeNVMLFailure(description: "the C compiler ended with status \(status)")
    }
  }
}
