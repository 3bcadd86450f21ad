import Foundation
import PixiWorkspace

/// Judges a virtual environment from its files alone.
struct VenvInspector: Sendable {
  func state(of paths: VenvPaths, requirements: [String]) -> EnvironmentStatus.State {
    let files = FileManager.default
    guard files.fileExists(atPath: paths.prefix) else { return .notInstalled }
    guard files.fileExists(atPath: paths.marker) else {
      return .broken("its installation was not finished")
    }
    guard ExecutableSearch.isExecutable(paths.python) else {
      return .broken(missingPython(paths))
    }
    guard let marker = try? VenvMarker.read(paths.marker) else {
      return .broken("its record .atelier-environment.json cannot be read")
    }
    if let made = marker.prefix, resolved(made) != resolved(paths.prefix) {
      return .broken("it was made in \(made) and cannot be moved")
    }
    if let version = replacedPython(paths, marker) {
      return .broken("the Python \(marker.python) it was made with is now \(version)")
    }
    guard marker.covers(requirements) else {
      return .broken("the exercise now asks for other packages")
    }
    let missing = missingPackages(paths)
    guard missing.isEmpty else {
      return .broken("packages are gone from it: \(missing.joined(separator: ", "))")
    }
    return .installed
  }

  /// A link that leads nowhere names the Python that was there.
  private func missingPython(_ paths: VenvPaths) -> String {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: paths.python)
    else { return "its own bin/python is gone" }
    return "the Python it was made with, \(target), is gone"
  }

  /// An upgrade of the system leaves `python3` in place and makes it another version, for which no
  /// package is installed.
  private func replacedPython(_ paths: VenvPaths, _ marker: VenvMarker) -> String? {
    let name = URL(filePath: paths.python).resolvingSymlinksInPath().lastPathComponent
    guard let match = name.wholeMatch(of: /python([0-9]+\.[0-9]+)/) else { return nil }
    let version = String(match.output.1)
    return marker.python.hasPrefix(version + ".") || marker.python == version ? nil : version
  }

  /// What the lock lists and the environment no longer has.
  private func missingPackages(_ paths: VenvPaths) -> [String] {
    guard let lock = VenvLock(file: paths.lock) else { return [] }
    let there = PixiPrefixInventory.pythonPackages(in: paths.prefix)
    return lock.entries.map(\.name).filter {
      there[PixiPrefixInventory.normalised($0)] == nil
    }
  }

  private func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
