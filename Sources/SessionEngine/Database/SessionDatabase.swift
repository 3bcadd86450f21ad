import Foundation
internal import GRDB

/// The workshop's database in one file: every run, its figures, its packages and what happened.
///
/// What is `async` here is done on the database's own queues; what is not blocks.
public final class SessionDatabase: Sendable {
  public enum Access: Sendable, Hashable {
    case writing
    case reading
  }

  /// The absolute path of the file.
  public let path: String
  public let access: Access
  let pool: DatabasePool
  /// Who the runs belong to that this process begins.
  let owner: ProcessIdentity
  /// The file as it was opened: another one may stand in its place later.
  private let file: FileIdentity?

  /// Takes connections to a file that `DatabaseOpener` has found well.
  init(path: String, access: Access, owner: ProcessIdentity) throws {
    self.path = path
    self.access = access
    self.owner = owner
    pool = try DatabasePool(path: path, configuration: Self.configuration(access))
    file = FileIdentity(path)
  }

  /// `<workspace>/.atelier/session.sqlite`.
  public static func path(in workspace: URL) -> String {
    workspace.appending(path: ".atelier/session.sqlite").absoluteURL.path(percentEncoded: false)
  }

  /// Whether the file still stands where it was opened; SQLite itself goes on writing to a file
  /// that has been removed, and nobody would ever find it again.
  var isInPlace: Bool { FileIdentity(path) == file }

  static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.label = "atelier.database"
    configuration.readonly = access == .reading
    // Another console or subcommand may be writing.
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    return configuration
  }

  /// Closes the connections; after the last one in any process the file is whole by itself.
  public func close() async {
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      DatabaseOpener.queue.async {
        // GRDB closes the writer before the readers, and a reader that goes last leaves the
        // write-ahead log beside the file.
        self.pool.invalidateReadOnlyConnections()
        try? self.pool.close()
        done.resume()
      }
    }
  }
}
