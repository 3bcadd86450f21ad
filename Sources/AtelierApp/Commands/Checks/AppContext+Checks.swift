import Foundation
import SessionEngine

extension AppContext {
  /// Where there is a database, it is read, and written where that can be; none is made.
  func memoryForChecks() async -> WorkshopMemory {
    let path = SessionDatabase.path(in: workspace.url)
    let files = FileManager.default
    guard files.fileExists(atPath: path) else { return .keepingNothing() }
    let folder = (path as NSString).deletingLastPathComponent
    let canWrite = files.isWritableFile(atPath: path) && files.isWritableFile(atPath: folder)
    return await WorkshopMemory.open(
      workspace: workspace.url, role: canWrite ? .subcommand : .reader)
  }
}
