import Foundation

/// Carries a plan out: first everything that will be replaced is copied aside and every new file is
/// written beside, then names change. Killed at any moment it has lost nothing, and a disk that is
/// full stops it before the folder is touched.
struct FolderChange: Sendable {
  let plan: FolderPlan
  /// The workspace's absolute path without a slash at its end.
  let workspace: String
  let now: Date

  /// `.atelier/kept/EX-YYYYMMDD-HHMMSS`, by the local clock, or numbered from 2 where that is there.
  static func freePlace(for exercise: String, in workspace: String, now: Date) -> String {
    let base = ".atelier/kept/\(exercise)-\(RunLogName.stamp(now))"
    var place = base
    var number = 1
    while FileFacts(workspace + "/" + place) != nil {
      number += 1
      place = "\(base)-\(number)"
    }
    return place
  }

  /// - Returns: What was changed.
  /// - Throws: `Diagnosis`, which says whether the folder was touched.
  func carryOut() throws(Diagnosis) -> WorkspaceChange {
    guard !plan.changesNothing else { return plan.change(keptIn: nil) }
    try checkRights()
    let turn = try takeTurn()
    defer { withExtendedLifetime(turn) {} }
    let keptIn = Self.freePlace(for: plan.exercise, in: workspace, now: now)
    let kept = workspace + "/" + keptIn
    let staging = workspace + "/.atelier/staging"
    // What a killed one has left there are copies of the workshop's own files.
    try? FileManager.default.removeItem(atPath: staging)
    defer { try? FileManager.default.removeItem(atPath: staging) }
    let copied: [String: FileFacts]
    do {
      if plan.keepsSomething { try FileMover.makeFolders(kept) }
      copied = try copyAside(to: kept)
      try stage(in: staging)
    } catch {
      // Only copies stand there so far.
      if plan.keepsSomething { try? FileManager.default.removeItem(atPath: kept) }
      throw .untouched(plan.folder, error)
    }
    do {
      try FileMover.makeFolders(plan.folder)
      try moveAside(to: kept)
      try replace(from: staging, copied, kept: kept)
    } catch {
      throw .partlyChanged(plan.folder, keptIn: plan.keepsSomething ? keptIn : nil, error)
    }
    FileMover.synchronize(folder: plan.folder)
    return plan.change(keptIn: keptIn)
  }

  private func copyAside(to kept: String) throws(FileMover.Failure) -> [String: FileFacts] {
    var copied: [String: FileFacts] = [:]
    var folders: Set<String> = [kept]
    for write in plan.writes where write.replacesFile {
      let place = kept + "/" + write.path
      let folder = Self.folder(of: place)
      if folders.insert(folder).inserted { try FileMover.makeFolders(folder) }
      copied[write.path] = try copy(write.path, to: place)
    }
    for folder in folders where !copied.isEmpty { FileMover.synchronize(folder: folder) }
    return copied
  }

  /// - Returns: What the file was when the copy was begun.
  private func copy(_ path: String, to place: String) throws(FileMover.Failure) -> FileFacts? {
    let source = plan.folder + "/" + path
    let facts = FileFacts(source)
    try FileMover.make(place, mode: facts?.mode ?? 0o600, from: source)
    return facts
  }

  /// The new files by number: their folders in the exercise may not be there yet.
  private func stage(in staging: String) throws(FileMover.Failure) {
    guard !plan.writes.isEmpty else { return }
    try FileMover.makeFolders(staging)
    for (number, write) in plan.writes.enumerated() {
      // A workshop may be installed read-only; a participant's copy is to be written in.
      let isExecutable = (FileFacts(write.source)?.mode ?? 0) & 0o111 != 0
      try FileMover.make(
        "\(staging)/\(number)", mode: isExecutable ? 0o755 : 0o644, from: write.source)
    }
  }

  private func moveAside(to kept: String) throws(FileMover.Failure) {
    var emptied: Set<String> = []
    for path in plan.moves {
      let place = kept + "/" + path
      try FileMover.makeFolders(Self.folder(of: place))
      try FileMover.move(plan.folder + "/" + path, to: place)
      var above = Self.folder(of: path)
      while above != ".", emptied.insert(above).inserted { above = Self.folder(of: above) }
    }
    // A folder in which something is left stays: rmdir refuses it.
    for path in emptied.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      rmdir(plan.folder + "/" + path)
    }
  }

  private func replace(
    from staging: String, _ copied: [String: FileFacts], kept: String
  ) throws(FileMover.Failure) {
    for (number, write) in plan.writes.enumerated() {
      let place = plan.folder + "/" + write.path
      try FileMover.makeFolders(Self.folder(of: place))
      if write.replacesFile, FileFacts(place) != copied[write.path] {
        // Somebody has saved it since: what is kept must be the newest.
        unlink(kept + "/" + write.path)
        _ = try copy(write.path, to: kept + "/" + write.path)
      }
      try FileMover.move("\(staging)/\(number)", to: place)
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
