import PixiWorkspace

extension VenvLock {
  /// The packages it lists as an environment's contents; their sizes are not known.
  func contents(of environment: String) -> EnvironmentContents {
    let platform =
      switch machine {
      case "x86_64": "linux-64"
      case "aarch64": "linux-aarch64"
      default: machine.isEmpty ? "unknown" : machine
      }
    return EnvironmentContents(
      environment: environment, platform: platform, subdirectory: platform,
      packages: entries.map { entry in
        PixiLock.Package(
          kind: .pypi, name: entry.name, version: entry.version.isEmpty ? nil : entry.version,
          build: nil, location: entry.location ?? "", sha256: entry.hashes.first, sizeBytes: nil)
      }, python: python.isEmpty ? nil : python)
  }
}
