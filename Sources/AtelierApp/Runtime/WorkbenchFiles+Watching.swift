import Console
import Foundation
import WorkshopModel

/// What others do in an exercise's folder: programs in a shell, runs, another editor.
extension WorkbenchFiles {
  private static let pictureEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg"]
  /// The most entries of a folder that are looked at.
  private static let mostEntries = 500

  /// The pictures at the top of the exercise's folder, by name; nil where there is no such exercise.
  func pictures(of id: String) -> [PictureFile]? {
    guard let exercise = workshop.exercise(id) else { return nil }
    let folder = workspace.exercise(exercise).folder
    return Self.stamps(in: folder).filter { name, _ in Self.isPicture(name) }
      .map { PictureFile(path: $0.key, stamp: $0.value) }.sorted { $0.path < $1.path }
  }

  static func isPicture(_ name: String) -> Bool {
    pictureEndings.contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }

  /// What others have changed since the last look: the paths, and the files that can be edited now.
  func changes(of id: String) -> (paths: [String], files: [String])? {
    guard let exercise = workshop.exercise(id) else { return nil }
    let folder = workspace.exercise(exercise)
    let now = stamps(of: exercise)
    guard let before = stamps[id] else {
      stamps[id] = now
      return nil
    }
    guard before != now else { return nil }
    stamps[id] = now
    let paths = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
    return (paths, sorted(folder.files().filter(\.isEditable).map(\.path), exercise))
  }

  /// Takes the folder as it is: what was written here is no news.
  func noteFiles(of id: String) {
    guard let exercise = workshop.exercise(id) else { return }
    stamps[id] = stamps(of: exercise)
  }

  /// The same of one file that was written here.
  func noteFile(_ path: String, of id: String) {
    guard stamps[id] != nil, let place = place(of: path, in: id) else { return }
    stamps[id]?[path] = Self.stamp(of: place)
  }

  /// The files at the folder's top and those the exercise began with.
  private func stamps(of exercise: Exercise) -> [String: String] {
    let folder = workspace.exercise(exercise).folder
    var stamps = Self.stamps(in: folder)
    for path in exercise.starterFiles where path.contains("/") {
      stamps[path] = Self.stamp(of: folder.appending(path: path).path(percentEncoded: false))
    }
    return stamps
  }

  private static func stamps(in folder: URL) -> [String: String] {
    let root = folder.path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    var stamps: [String: String] = [:]
    for name in names.sorted().prefix(mostEntries) {
      stamps[name] = stamp(of: root.hasSuffix("/") ? root + name : root + "/" + name)
    }
    return stamps
  }

  /// A regular file's time, size and number; nil for anything else.
  private static func stamp(of path: String) -> String? {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return "\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)-\(facts.st_size)-\(facts.st_ino)"
  }
}
