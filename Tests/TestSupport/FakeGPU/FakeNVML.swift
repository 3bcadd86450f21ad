import Foundation

/// A compiled stand-in for `libnvidia-ml.so.1` in a folder of its own, with its script beside it.
///
/// Use `libraryPath` in this process (each value is a library of its own), or put `folder` into
/// the `LD_LIBRARY_PATH` of a child.
public struct FakeNVML: Sendable {
  private let directory: TemporaryDirectory

  public var folder: String { directory.path }
  public var libraryPath: String {
    directory.url.appending(path: "libnvidia-ml.so.1").path(percentEncoded: false)
  }

  /// - Parameters:
  ///   - system: Keys of the whole machine, such as `init` or `hang_ms`; see `fake_nvml.c`.
  ///   - rules: Lines of the whole machine that may stand several times, such as
  ///     `hang=nvmlDeviceGetUtilizationRates 20000`.
  ///   - missing: Functions the library does not export.
  public init(
    _ devices: [FakeGPU] = [], system: [String: String] = [:], rules: [String] = [],
    missing: Set<String> = []
  ) async throws {
    directory = try TemporaryDirectory("atelier-fake-nvml")
    let compiled = try await FakeNVMLCompiler.shared.library(without: missing)
    // A copy is another file to the dynamic linker, so that its state is this value's alone.
    try FileManager.default.copyItem(atPath: compiled, toPath: libraryPath)
    try script(devices, system: system, rules: rules)
  }

  /// Replaces the script; it counts from the next call on.
  public func script(
    _ devices: [FakeGPU], system: [String: String] = [:], rules: [String] = []
  ) throws {
    let machine = ["driver": "580.82.07", "cuda": "13000"].merging(system) { $1 }
    var lines = machine.map { "\($0.key)=\($0.value)" }
    lines += rules + devices.flatMap(\.script)
    let file = directory.url.appending(path: "fake-nvml.conf")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
  }
}
