import Foundation

/// Finds the folders Exercises and Themes.
///
/// The command line decides, then the environment, then the place beside an installed program
/// (`<prefix>/bin/atelier` and `<prefix>/share/atelier`), then the source tree around a development build.
public struct ResourceLocator: Sendable {
  private let executable: URL
  private let environment: [String: String]

  /// - Parameter executable: The program's own file, links resolved.
  public init(executable: URL, environment: [String: String]) {
    self.executable = executable
    self.environment = environment
  }

  /// Where the program's own file is; nil when that is not the command `atelier`.
  public var folderOfProgram: String? {
    guard executable.path.hasPrefix("/"), executable.lastPathComponent == "atelier" else {
      return nil
    }
    return executable.deletingLastPathComponent().path
  }

  /// The folder's place. One that was named is taken as it is, there or not.
  /// - Parameter named: What the command line says; nil when it says nothing.
  public func folder(_ kind: ResourceKind, named: String? = nil) throws(ResourceError) -> URL {
    if let named = [named, environment[kind.variable]].compactMap(\.self).first(where: {
      !$0.isEmpty
    }) {
      return URL(filePath: named, directoryHint: .isDirectory)
    }
    let candidates = [installed(kind)] + developed(kind)
    guard let found = candidates.first(where: { isThere(kind, at: $0) }) else {
      throw ResourceError(
        kind: kind, looked: candidates.map { $0.path(percentEncoded: false) })
    }
    return found
  }

  private func installed(_ kind: ResourceKind) -> URL {
    executable.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/atelier").appending(path: kind.rawValue, directoryHint: .isDirectory)
  }

  /// The folders of that name beside a Package.swift, from the program's own folder upwards.
  private func developed(_ kind: ResourceKind) -> [URL] {
    var roots: [URL] = []
    var folder = executable.deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let manifest = folder.appending(path: "Package.swift").path(percentEncoded: false)
      if FileManager.default.fileExists(atPath: manifest) { roots.append(folder) }
      folder = folder.deletingLastPathComponent()
    }
    return roots.map { $0.appending(path: kind.rawValue, directoryHint: .isDirectory) }
  }

  private func isThere(_ kind: ResourceKind, at folder: URL) -> Bool {
    let place = kind.marker.isEmpty ? folder : folder.appending(path: kind.marker)
    return FileManager.default.fileExists(atPath: place.path(percentEncoded: false))
  }
}
