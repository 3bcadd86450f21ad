import Foundation
import WorkshopModel

extension SharedOptions {
  /// The workshop that the options name, or else the one that came with the program.
  /// - Throws: `ResourceError` or `WorkshopError`, with a remedy each.
  public func workshop(locator: ResourceLocator = .ofThisProcess()) throws -> Workshop {
    try WorkshopLoader().load(from: locator.folder(.exercises, named: exercises))
  }

  /// The workspace that `--workspace` or ATELIER_WORKSPACE names, or else the one under the home folder.
  public func workspaceFolder(
    for workshop: Workshop,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> WorkspaceFolder {
    let named = [workspace, environment["ATELIER_WORKSPACE"]].compactMap(\.self)
    if let path = named.first(where: { !$0.isEmpty }) {
      return WorkspaceFolder(URL(filePath: path, directoryHint: .isDirectory))
    }
    return try WorkspaceFolder(for: workshop, environment: environment)
  }

  /// The room's clock, which begins with what the wall clock says.
  public func clock(for workshop: Workshop, now: DayTime = .fromThisMachine()) -> RoomClock {
    RoomClock(workshop: workshop, start: start ?? .announced, opened: now)
  }
}
