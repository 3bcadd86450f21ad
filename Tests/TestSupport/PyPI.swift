import Foundation

/// Whether packages can be had from PyPI, or from the index that pip is told of, on this machine.
public enum PyPI {
  private static let question = """
    import os, ssl, urllib.request
    index = os.environ.get("PIP_INDEX_URL") or "https://pypi.org/simple"
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    urllib.request.urlopen(index.rstrip("/") + "/jax/", timeout=20, context=context)
    """

  public static func answers() async throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", question]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus == 0) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
