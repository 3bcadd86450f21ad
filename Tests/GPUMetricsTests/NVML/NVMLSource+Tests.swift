import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

extension NVMLSource {
  /// One that waits for its devices however busy the machine is.
  static func patient(
    _ fake: FakeNVML, machine: MachineInspector = MachineInspector(root: "/nonexistent"),
    patience: Duration = .seconds(60),
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) -> NVMLSource {
    NVMLSource(
      searchPath: NVMLSearchPath(candidates: [fake.libraryPath]), machine: machine,
      patience: patience, now: now)
  }

  /// One device of a new round.
  func device(_ index: Int) async throws -> GPUDevice {
    let devices = await sample().devices
    return try #require(devices.first { $0.index == index })
  }
}
