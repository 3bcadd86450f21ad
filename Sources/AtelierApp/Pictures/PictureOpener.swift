import Foundation
import PixiWorkspace
import SessionEngine

/// Opens pictures with the desktop's program where there is a desktop.
struct PictureOpener: Sendable {
  private let environment: [String: String]
  private let runner: any CommandRunner

  init(environment: [String: String], runner: any CommandRunner = SubprocessRunner()) {
    self.environment = environment
    self.runner = runner
  }

  /// Whether the desktop took it; false where there is no display or no program for it.
  func open(_ file: String) async -> Bool {
    let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains {
      environment[$0].map { !$0.isEmpty } ?? false
    }
    let search = ExecutableSearch(path: environment["PATH"])
    guard hasDisplay, let program = search.find("xdg-open") else { return false }
    let result = try? await runner.run(
      program, [file], environment: environment, workingDirectory: nil, timeout: .seconds(15))
    return result?.exitCode == 0
  }
}
