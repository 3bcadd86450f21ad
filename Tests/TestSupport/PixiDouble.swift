import Foundation

/// Installs the test double of pixi into a folder for `PATH`, and reads what it was asked.
///
/// The double itself, with all its settings, is `Tests/PixiDouble/pixi`.
public struct PixiDouble: Sendable {
  /// How it fails, with pixi's own texts.
  public enum Failure: String, Sendable, CaseIterable {
    case cuda, solve, undeclared, stale, network, disk, killed
    case python, incompatible, pypi, certificate, offline, permission, busy, requires
    case cudaVersion = "cuda-version"
    case newerLock = "newer-lock"
    case bothSpellings = "both-spellings"
  }

  /// What an install waits for until the gate is open.
  public enum Wait: String, Sendable {
    case environment, cache
  }

  /// One call of the double, after it has ended.
  public struct Call: Decodable, Sendable {
    public let arguments: [String]
    public let folder: String
    /// Seconds since 1970.
    public let start: Double
    public let end: Double
    public let exit: Int32
    /// The variables that concern pixi, Python, the locale and colours.
    public let environment: [String: String]

    public var command: String { arguments.first ?? "" }
  }

  /// The folder to put in front of `PATH`.
  public let folder: String
  public var executable: String { folder + "/pixi" }
  /// With `hasGate`, an install stands still in its middle until this file is there.
  public var gate: String { folder + "/gate" }
  private var log: String { folder + "/calls.jsonl" }

  /// - Parameters:
  ///   - directory: A temporary folder of the test; the double goes into `pixi-double` below it.
  ///   - version: The release it plays.
  ///   - cuda: The CUDA version of the pretended driver; nil for none.
  ///   - delay: Seconds an install takes.
  ///   - python: The Python tasks find as `python`; the machine's own unless told.
  ///   - hang: A command that never ends, such as `install`, `info` or `--version`.
  ///   - wait: What an install waits for until the gate is open.
  ///   - cache: The package cache it tells of.
  public init(
    in directory: TemporaryDirectory, version: String = "0.77.0", failure: Failure? = nil,
    cuda: String? = nil, delay: Double = 0, python: String? = nil, hang: String? = nil,
    wait: Wait? = nil, hasGate: Bool = false, cache: String? = nil
  ) throws {
    folder = directory.url.appending(path: "pixi-double").path
    let double = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "PixiDouble/pixi").path
    let settings = [
      "VERSION": version, "LOG": folder + "/calls.jsonl", "FAIL": failure?.rawValue,
      "CUDA": cuda, "DELAY": String(delay), "PYTHON": python,
      "HANG": hang, "WAIT": wait?.rawValue, "CACHE": cache,
      "GATE": hasGate || wait != nil ? folder + "/gate" : nil,
    ]
    var script = "#!/bin/sh\n"
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      script += value.map { "export PIXI_DOUBLE_\(name)='\($0)'\n" } ?? ""
    }
    script += "exec '\(try Self.python())' '\(double)' \"$@\"\n"
    let file = try directory.write(script, to: "pixi-double/pixi")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Lets an install that stands still or waits go on.
  public func openGate() throws {
    try Data().write(to: URL(filePath: gate))
  }

  /// The calls that have ended, in the order they ended; `--version` among them.
  public func calls() throws -> [Call] {
    guard let data = FileManager.default.contents(atPath: log) else { return [] }
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Call.self, from: Data($0))
    }
  }

  /// The interpreter itself, not a script that starts one, so that the double needs no `PATH`: a
  /// Python with `tomllib`, which came with 3.11.
  public static func python() throws -> String {
    let names = ["python3", "python3.13", "python3.12", "python3.11"]
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for folder in path.split(separator: ":") {
      for name in names {
        let candidate = "\(folder)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: candidate) else { continue }
        let process = Process()
        process.executableURL = URL(filePath: candidate)
        process.arguments = ["-c", "import sys, tomllib; print(sys.executable)"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let answer = String(
          decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus == 0 {
          return answer.trimmingCharacters(in: .whitespacesAndNewlines)
        }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
