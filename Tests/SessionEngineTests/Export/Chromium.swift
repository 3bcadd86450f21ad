import Foundation

/// Debian's browser without a window.
enum Chromium {
  static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/chromium" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Opens a page with a profile of its own below `folder`, and nothing that reaches the network.
  static func open(
    _ page: URL, folder: URL, _ arguments: String...
  ) async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/nonexistent")
    let profile = folder.appending(path: "profile-\(UUID().uuidString)")
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--hide-scrollbars",
        // The browser asks its maker's servers for news of its own: no name is found.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=\(profile.path(percentEncoded: false))",
      ] + arguments + [page.absoluteString]
    // Files never fill up as pipes do.
    let outputs = try ["output", "errors"].map { name in
      let file = folder.appending(path: "\(name)-\(UUID().uuidString)")
      try Data().write(to: file)
      return file
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    let texts = try outputs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
