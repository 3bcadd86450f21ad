import Foundation

extension FolderPlan {
  private static let manifests: Set<String> = ["pixi.toml", "pyproject.toml"]
  private static let lock = "pixi.lock"

  /// Looks at the folder; never follows a link out of it.
  /// - Parameter wanted: The source of each file by its path below the folder.
  /// - Throws: `Diagnosis` when something else stands where the folder should.
  init(
    exercise: String, folder: String, wanted: [String: String], ownFiles: OwnFiles
  ) throws(Diagnosis) {
    self.exercise = exercise
    self.folder = folder
    if FileFacts(folder) != nil, !FileFacts.leadsToFolder(folder) {
      throw Diagnosis(
        says: "\(folder) is not a folder.",
        remedy: "Move it elsewhere, or name another workspace with --workspace DIR.")
    }
    for (path, source) in wanted.sorted(by: { $0.key < $1.key }) { place(path, source) }
    sortOwn(ownFiles, wanted: Set(wanted.keys))
  }

  private mutating func place(_ path: String, _ source: String) {
    var above = ""
    for part in path.split(separator: "/").dropLast() {
      above += (above.isEmpty ? "" : "/") + part
      guard let facts = FileFacts(folder + "/" + above) else { break }
      guard facts.kind != .folder else { continue }
      if !moves.contains(above) { moves.append(above) }
      writes.append(Write(path: path, source: source, replacesFile: false))
      return
    }
    let place = folder + "/" + path
    guard let facts = FileFacts(place) else {
      writes.append(Write(path: path, source: source, replacesFile: false))
      return
    }
    guard facts.kind == .file, access(place, R_OK) == 0 else {
      moves.append(path)
      writes.append(Write(path: path, source: source, replacesFile: false))
      return
    }
    if FileFacts(source)?.size == facts.size,
      FileManager.default.contentsEqual(atPath: place, andPath: source)
    {
      return
    }
    writes.append(Write(path: path, source: source, replacesFile: true))
  }

  private mutating func sortOwn(_ ownFiles: OwnFiles, wanted: Set<String>) {
    let obstacles = Set(moves)
    let replacesManifest = writes.contains { Self.manifests.contains($0.path) }
    for path in FolderListing(of: folder).paths where !wanted.contains(path) {
      if obstacles.contains(path) || obstacles.contains(where: { path.hasPrefix($0 + "/") }) {
        continue
      }
      let isTaken =
        switch ownFiles {
        case .allTakenAway: true
        case .takenAway: path != Self.lock || replacesManifest
        case .stay: path == Self.lock && replacesManifest
        }
      if isTaken { moves.append(path) } else { stays.append(path) }
    }
  }
}
