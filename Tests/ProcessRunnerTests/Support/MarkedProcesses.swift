import Foundation
import TestSupport

/// Finds processes by a variable that only the run under test has in its environment.
struct MarkedProcesses {
  let value = UUID().uuidString

  var environment: [String: String] { ["ATELIER_TEST_MARK": value] }

  /// The process numbers of all that carry the mark and are no zombies.
  func alive() -> [Int] {
    let needle = Data("ATELIER_TEST_MARK=\(value)".utf8)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int.init).filter { number in
      let variables = try? Data(contentsOf: URL(filePath: "/proc/\(number)/environ"))
      return variables?.range(of: needle) != nil
    }
  }

  func waitUntilGone() async throws {
    try await waitUntil(
      "nothing of the run is left", timeout: .seconds(15), detail: { "alive: \(alive())" }
    ) { alive().isEmpty }
  }

  /// Waits until at least so many run.
  func waitUntilAlive(_ count: Int) async throws {
    try await waitUntil("\(count) processes of the run are there") { alive().count >= count }
  }
}
