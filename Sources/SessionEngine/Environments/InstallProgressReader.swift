import Foundation
import PixiWorkspace
import Synchronization

/// Tells how far an install has come from what stands on the disk: the packages of the lock that
/// are there already.
public final class InstallProgressReader: Sendable {
  /// What the lock file lists, read again when the file has changed.
  private struct Expectation: Sendable {
    let modified: Date?
    let wanted: Wanted?
  }

  /// The packages that are waited for.
  struct Wanted: Sendable, Hashable {
    /// `name-version-build` of conda packages.
    var conda: Set<String> = []
    /// Normalised names of Python packages.
    var python: Set<String> = []

    var count: Int { conda.count + python.count }
  }

  private let prefix: String
  private let lockFile: String
  private let wanted: @Sendable (_ lockFile: String) -> Wanted?
  private let expectation = Mutex<Expectation?>(nil)

  /// - Parameters:
  ///   - prefix: The environment's absolute path, there or not.
  ///   - wanted: Reads the lock file; nil when it lists nothing for the environment.
  init(
    prefix: String, lockFile: String,
    wanted: @escaping @Sendable (_ lockFile: String) -> Wanted?
  ) {
    self.prefix = prefix
    self.lockFile = lockFile
    self.wanted = wanted
  }

  /// Such as `41 of 94 packages`, with a fraction only when the lock says how many there will be;
  /// nil when there is nothing to tell yet.
  ///
  /// Blocks while it lists a folder: call it off the cooperative pool, about once a second.
  public func read() -> RunProgress? {
    let inventory = PixiPrefixInventory(prefix: prefix)
    guard let wanted = currentWish(), wanted.count > 0 else {
      let count =
        inventory.condaRecords.isEmpty
        ? inventory.pythonPackages.count : inventory.condaRecords.count
      return count == 0 ? nil : RunProgress(fraction: nil, words: Self.words(count))
    }
    let there =
      wanted.conda.count { inventory.condaRecords.contains($0) }
      + wanted.python.count { inventory.pythonPackages[$0] != nil }
    return RunProgress(
      fraction: Double(there) / Double(wanted.count),
      words: "\(there) of \(Self.words(wanted.count))")
  }

  private func currentWish() -> Wanted? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: lockFile)
    let modified = attributes?[.modificationDate] as? Date
    return expectation.withLock { known in
      if let known, known.modified == modified { return known.wanted }
      let fresh = Expectation(
        modified: modified, wanted: modified == nil ? nil : wanted(lockFile))
      known = fresh
      return fresh.wanted
    }
  }

  private static func words(_ count: Int) -> String {
    count == 1 ? "1 package" : "\(count) packages"
  }
}
