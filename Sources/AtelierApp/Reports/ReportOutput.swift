import Foundation
import Glibc
import SessionEngine

/// Where a report is written to.
enum ReportOutput: Sendable, Hashable {
  case standardOutput
  /// A file that is written as a whole or not at all.
  case file(String, replacing: Bool)

  /// - Parameter path: Nil or `-` for standard output.
  init(_ path: String?, replacing: Bool) {
    self =
      path.map { $0 == "-" ? .standardOutput : .file($0, replacing: replacing) }
      ?? .standardOutput
  }

  /// - Throws: `Diagnosis` when there is a file already, or it cannot be written.
  func write(_ text: String) throws(Diagnosis) {
    switch self {
    case .standardOutput: FileHandle.standardOutput.write(Data(text.utf8))
    case .file(let path, let replacing): try Self.write(text, to: path, replacing: replacing)
    }
  }

  private static func write(
    _ text: String, to path: String, replacing: Bool
  ) throws(Diagnosis) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    var facts = stat()
    let isThere = stat(target, &facts) == 0
    if isThere, facts.st_mode & S_IFMT != S_IFREG {
      throw Diagnosis(
        says: "\(path) is not a regular file.", remedy: "Give --output the name of a file.")
    }
    guard !isThere || replacing else { throw alreadyThere(path) }
    do {
      try AtomicWriter().replace(
        target, with: Array(text.utf8),
        ownership: isThere
          ? AtomicWriter.Ownership(
            mode: facts.st_mode, user: facts.st_uid, group: facts.st_gid) : nil
      ) {
        // Someone may have made it in the meantime.
        guard replacing || access(target, F_OK) != 0 else { throw alreadyThere(path) }
      }
    } catch let diagnosis as Diagnosis {
      throw diagnosis
    } catch FileStoreError.folderMissing {
      throw Diagnosis(
        says: "\(path) was not written: its folder is not there.", remedy: "Make the folder first.")
    } catch {
      throw Diagnosis(says: "\(error)", remedy: "Or write it elsewhere with --output.")
    }
  }

  private static func alreadyThere(_ path: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) is there already.", remedy: "Choose another name, or replace it with --force.")
  }
}
