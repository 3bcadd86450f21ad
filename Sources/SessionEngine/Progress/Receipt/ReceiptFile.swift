import Foundation

/// The file a receipt is written to: never over a file that is no receipt, unless it was asked for.
struct ReceiptFile: Sendable {
  /// Absolute.
  let path: String
  let mayReplace: Bool

  func check() throws(Diagnosis) {
    let folder = FolderChange.folder(of: path)
    guard FileFacts.leadsToFolder(folder) else {
      throw Diagnosis(
        says: "There is no folder \(folder).",
        remedy: "Start the exercise first, or make the folder.")
    }
    guard let facts = FileFacts(path) else { return }
    guard facts.kind == .file else {
      throw Diagnosis(
        says: "\(path) is no plain file.", remedy: "Give another name with --output FILE.")
    }
    guard !mayReplace, !isReceipt else { return }
    throw Diagnosis(
      says: "\(path) is there already, and it is no receipt of Atelier.",
      remedy: "Give another name with --output FILE, or replace it with --force.")
  }

  private var isReceipt: Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let mark = Array(ReceiptText.mark.utf8)
    return (try? file.read(upToCount: mark.count)).map { Array($0) } == mark
  }

  func write(_ text: String) throws(Diagnosis) {
    try check()
    let part = path + ".atelier-part"
    do {
      try FileMover.write(Array(text.utf8), to: part)
      guard rename(part, path) == 0 else {
        let code = errno
        unlink(part)
        throw FileMover.Failure(path: path, code: code)
      }
    } catch let failure as FileMover.Failure {
      throw .notWritten(path, failure)
    } catch {
      throw Diagnosis(says: "\(path) was not written.", remedy: "\(error)")
    }
    FileMover.synchronize(folder: FolderChange.folder(of: path))
  }
}
