import PixiWorkspace

/// What became of reading a manifest.
enum PixiManifestReading: Sendable {
  case read(PixiManifest)
  case unreadable(PixiManifestError)

  /// Blocks while it reads the file.
  init(file: String) {
    do {
      self = .read(try PixiManifest(file: file))
    } catch let error as PixiManifestError {
      self = .unreadable(error)
    } catch {
      self = .unreadable(PixiManifestError(file: file, line: nil, reason: "\(error)"))
    }
  }

  var manifest: PixiManifest? {
    if case .read(let manifest) = self { manifest } else { nil }
  }
}
