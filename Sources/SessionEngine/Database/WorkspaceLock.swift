import Foundation

/// Says that one console has a workspace; let go of when the value is, or when the process dies.
public final class WorkspaceLock: Sendable {
  public enum Outcome: Sendable {
    case held(WorkspaceLock)
    /// Another console has it; its process number where that is known and alive.
    case taken(by: Int32?)
    /// It cannot be told whether another console has it, and why: go on without.
    case unsupported(Diagnosis)
  }

  private let lock: FileLock

  private init(_ lock: FileLock) {
    self.lock = lock
  }

  /// Asks once and does not wait. Touches files: not for the cooperative pool.
  public static func acquire(in workspace: URL) -> Outcome {
    let folder = workspace.appending(path: ".atelier")
    let path = folder.appending(path: "console.lock").path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let lock = try FileLock(path: path)
      lock.write("\(ProcessInfo.processInfo.processIdentifier)\n")
      return .held(WorkspaceLock(lock))
    } catch FileLock.Refusal.taken {
      return .taken(by: holder(path))
    } catch {
      let words =
        switch error {
        case FileLock.Refusal.unsupported(let words), FileLock.Refusal.unreachable(let words): words
        default: error.localizedDescription
        }
      return .unsupported(
        Diagnosis(
          says: "\(path) cannot be locked: \(words).",
          remedy: "Take care yourself that no other console works in this workspace."))
    }
  }

  /// The number in the file is old for a moment while a lock changes hands, and means nothing to a
  /// process in another container.
  private static func holder(_ path: String) -> Int32? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let number = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)),
      ProcessIdentity(of: number) != nil
    else { return nil }
    return number
  }
}
