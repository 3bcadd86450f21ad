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
      return .broken("the Python it was made with is gone")
    }
    guard let marker = try? VenvMarker.read(paths.marker) else {
      return .broken("its record .atelier-environment.json cannot be read")
    }
    guard marker.covers(requirements) else {
      return .broken("the exercise now asks for other packages")
    }
    return .installed
  }
}
