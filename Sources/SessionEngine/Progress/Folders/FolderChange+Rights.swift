import Foundation

extension FolderChange {
  /// Asks before anything is touched, so that a folder that may not be written is left whole.
  func checkRights() throws(Diagnosis) {
    var folders: Set<String> = []
    for path in plan.moves + plan.writes.map(\.path) {
      var place = Self.folder(of: plan.folder + "/" + path)
      while FileFacts(place) == nil, place != ".", !place.isEmpty { place = Self.folder(of: place) }
      if FileFacts.leadsToFolder(place) { folders.insert(place) }
    }
    for folder in folders.sorted() where access(folder, W_OK | X_OK) != 0 {
      throw .untouched(plan.folder, FileMover.Failure(path: folder, code: errno))
    }
  }

  /// One program at a time changes folders of a workspace. Where the file system has no locks there
  /// is no turn to take.
  func takeTurn() throws(Diagnosis) -> FileLock? {
    do {
      try FileMover.makeFolders(workspace + "/.atelier")
    } catch {
      throw .untouched(plan.folder, error)
    }
    do {
      return try FileLock(path: workspace + "/.atelier/folders.lock", patience: 500)
    } catch .taken {
      throw Diagnosis(
        says: "Another Atelier is changing folders of this workspace; \(plan.folder) was left as "
          + "it is.", remedy: "Ask again when that one has ended.")
    } catch {
      return nil
    }
  }
}
