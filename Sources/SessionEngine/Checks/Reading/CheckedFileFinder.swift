import Foundation
import Glibc
import WorkshopModel

/// Finds the files that goals ask for, and reads those whose text is judged.
struct CheckedFileFinder {
  private static let mostFiles = 5000
  private static let deepestFolder = 8
  private static let ignoredFolders: Set<String> = [
    ".atelier", ".git", ".pixi", ".venv", "__pycache__", "node_modules",
  ]

  private let reader: CheckSubjectReader
  /// Names in the exercise's folder itself, sorted.
  private let names: [String]
  private(set) var files: [String: CheckedFile] = [:]
  private(set) var texts: [String: String] = [:]

  init(reader: CheckSubjectReader) {
    self.reader = reader
    names =
      ((try? FileManager.default.contentsOfDirectory(atPath: reader.path(""))) ?? []).sorted()
  }

  mutating func find() {
    take("pixi.lock")
    var patterns: [PathPattern] = []
    var read = names.filter(Self.isOfContainers)
    for goal in reader.exercise.goals {
      switch goal.requirement {
      case .file(let requirement):
        let pattern = PathPattern(requirement.path)
        if pattern.isPlain { take(requirement.path) } else { patterns.append(pattern) }
        if !requirement.lines.isEmpty, pattern.isPlain { read.append(requirement.path) }
      case .container(let requirement):
        take(requirement.path)
        read.append(requirement.path)
      case .manifest, .lock, .command, .output: break
      }
    }
    if !patterns.isEmpty {
      for path in allFiles() where patterns.contains(where: { $0.matches(path) }) {
        take(path)
        read.append(path)
      }
    }
    for path in Set(read) {
      texts[path] = PlainFile.text(reader.path(path), limit: CheckSubjectReader.largestText)
    }
  }

  /// What a container's build is judged by, besides the file a goal names.
  private static func isOfContainers(_ name: String) -> Bool {
    [".dockerignore", "Dockerfile", "Containerfile"].contains(name) || name.hasSuffix(".def")
      || name.hasSuffix(".sh")
  }

  private mutating func take(_ path: String) {
    guard files[path] == nil else { return }
    var status = stat()
    guard stat(reader.path(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    files[path] = CheckedFile(
      path: path, bytes: Int(status.st_size), isChanged: isChanged(path))
  }

  private func isChanged(_ path: String) -> Bool {
    guard let starter = reader.exercise.starterFile(path) else { return true }
    let limit = CheckSubjectReader.largestCompared
    guard case .data(let own) = PlainFile.read(reader.path(path), limit: limit),
      case .data(let theirs) = PlainFile.read(starter.path(percentEncoded: false), limit: limit)
    else { return true }
    return own != theirs
  }

  private func allFiles() -> [String] {
    var found: [String] = []
    var waiting: [(prefix: String, depth: Int)] = [("", 0)]
    while let (prefix, depth) = waiting.popLast(), found.count < Self.mostFiles {
      let folder = reader.path(String(prefix.dropLast()))
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() {
        var status = stat()
        guard lstat(folder + "/" + name, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFREG: found.append(prefix + name)
        case S_IFDIR where depth < Self.deepestFolder && !Self.ignoredFolders.contains(name):
          waiting.append((prefix + name + "/", depth + 1))
        default: continue
        }
      }
    }
    return found.sorted()
  }
}
