/// A Python that was asked about itself.
public struct PythonInterpreter: Sendable, Hashable, Decodable {
  /// The interpreter's absolute path.
  public let executable: String
  /// Such as `3.11.2`.
  public let version: String
  /// Whether the module `venv` can be imported.
  public let hasVenv: Bool
  /// Whether the module `ensurepip` can be imported; Debian ships it apart, in python3-venv.
  public let hasEnsurepip: Bool
  /// The pip that a new environment gets, such as `23.0.1`; nil when not known.
  public let pip: String?

  public init(
    executable: String, version: String, hasVenv: Bool, hasEnsurepip: Bool, pip: String? = nil
  ) {
    self.executable = executable
    self.version = version
    self.hasVenv = hasVenv
    self.hasEnsurepip = hasEnsurepip
    self.pip = pip
  }

  /// Whether a virtual environment with pip can be made.
  public var makesEnvironments: Bool { hasVenv && hasEnsurepip }

  /// Whether that pip tells what it has installed with `--report`, as since 22.2.
  var reportsInstalls: Bool {
    let parts = (pip ?? "").split(separator: ".").compactMap { Int($0) }
    return parts.count >= 2 && (parts[0], parts[1]) >= (22, 2)
  }

  /// Whether it is one of the versions the exercises are for, 3.10 or later.
  public var isRecent: Bool {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    return parts.count >= 2 && (parts[0], parts[1]) >= (3, 10)
  }
}
