import Foundation

/// Finds processes by a variable that only the run under test has in its environment.
public struct MarkedProcesses: Sendable {
  public let value = UUID().uuidString

  public var environment: [String: String] { ["ATELIER_TEST_MARK": value] }

  public init() {}

  /// The process numbers of all that carry the mark and are no zombies.
  public func alive() -> [Int] {
    let needle = Data("ATELIER_TEST_MARK=\(value)".utf8)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int.init).filter { number in
      let variables = try? Data(contentsOf: URL(filePath: "/proc/\(number)/environ"))
      return variables?.range(of: needle) != nil
    }
  }

  public func waitUntilGone() async throws {
    try await waitUntil(
      "nothing of the run is left", timeout: .seconds(15), detail: { "alive: \(alive())" }
    ) { alive().isEmpty }
  }

  /// Waits until at least so many run.
  public func waitUntilAlive(_ count: Int) async throws {
    try await waitUntil("\(count) processes of the run are there") { alive().count >= count }
  }
}
