import Foundation

/// A folder with a fake `nvidia-smi` in it, for the front of a PATH.
public struct FakeNvidiaSMI: Sendable {
  private let directory: TemporaryDirectory

  public var folder: String { directory.path }
  public var path: String {
    directory.url.appending(path: "nvidia-smi").path(percentEncoded: false)
  }

  /// - Parameter body: Shell commands; `$1` is `--query-gpu=…`.
  public init(shell body: String) throws {
    directory = try TemporaryDirectory("atelier-fake-smi")
    let script = try directory.write("#!/bin/sh\n\(body)\n", to: "nvidia-smi")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: script.path(percentEncoded: false))
  }

  /// One that prints a text and ends with a status.
  public init(printing text: String, status: Int = 0) throws {
    try self.init(shell: "cat <<'END'\n\(text)\nEND\nexit \(status)")
  }
}
