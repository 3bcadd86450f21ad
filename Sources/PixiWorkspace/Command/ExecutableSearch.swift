import Foundation

/// Looks a program's name up in the folders of a `PATH`.
public struct ExecutableSearch: Sendable {
  private let folders: [String]

  /// - Parameter path: Folders joined with colons; relative ones are passed over.
  public init(path: String?) {
    folders = (path ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }

  /// The first match's absolute path; nil when there is none.
  public func find(_ name: String) -> String? {
    folders.lazy.map { $0.hasSuffix("/") ? $0 + name : $0 + "/" + name }
      .first(where: Self.isExecutable)
  }

  /// Whether a path is a file that may be executed, links followed.
  public static func isExecutable(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }
}
