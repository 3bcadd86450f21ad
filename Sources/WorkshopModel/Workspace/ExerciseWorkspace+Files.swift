import Foundation

extension ExerciseWorkspace {
  /// Folders of tools and environments, which an editor's list leaves out and nothing ever takes away.
  public static let ignoredFolders: Set<String> = [
    ".atelier", ".git", ".ipynb_checkpoints", ".mypy_cache", ".pixi", ".pytest_cache",
    ".ruff_cache", ".venv", "__pycache__", "node_modules",
  ]
  /// The most that an editor opens.
  static let largestTextBytes = 2 << 20
  private static let deepestFolder = 8
  private static let mostFiles = 2000

  /// The regular files of the exercise's folder, sorted, links left out: at most 2,000, eight folders deep.
  ///
  /// A folder that is not there has none. Blocks while it looks into the files.
  public func files() -> [WorkspaceFile] {
    var files: [WorkspaceFile] = []
    collect(below: folder.path(percentEncoded: false), prefix: "", depth: 0, into: &files)
    return files
  }

  private func collect(
    below root: String, prefix: String, depth: Int, into files: inout [WorkspaceFile]
  ) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    for name in names.sorted() {
      guard files.count < Self.mostFiles else { return }
      let path = root.hasSuffix("/") ? root + name : root + "/" + name
      switch FileKind(of: path) {
      case .directory where !Self.ignoredFolders.contains(name) && depth < Self.deepestFolder:
        collect(below: path, prefix: prefix + name + "/", depth: depth + 1, into: &files)
      case .regular(let bytes):
        files.append(WorkspaceFile(path: prefix + name, content: content(of: path, bytes: bytes)))
      default:
        continue
      }
    }
  }

  private func content(of path: String, bytes: Int) -> WorkspaceFile.Content {
    guard bytes <= Self.largestTextBytes else { return .large(bytes: bytes) }
    guard let data = FileManager.default.contents(atPath: path) else { return .unreadable }
    guard !data.contains(0), String(validating: data, as: UTF8.self) != nil else { return .binary }
    return .text
  }
}
