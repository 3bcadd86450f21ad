import Foundation

/// One process and no other, even after its number has been given to the next.
struct ProcessIdentity: Sendable, Hashable {
  let processID: Int32
  /// The kernel's name for the time since it was booted; see `random(4)`, `boot_id`.
  let boot: String
  /// When it started, in clock ticks since the boot: field 22 of `/proc/PID/stat`, `proc(5)`.
  let start: Int64

  init(processID: Int32, boot: String, start: Int64) {
    self.processID = processID
    self.boot = boot
    self.start = start
  }

  /// Nil when there is no such process, or nothing of it but its exit status.
  init?(of processID: Int32) {
    guard let start = Self.start(of: processID) else { return nil }
    self.init(processID: processID, boot: Self.currentBoot, start: start)
  }

  static var current: ProcessIdentity {
    let own = ProcessInfo.processInfo.processIdentifier
    return ProcessIdentity(of: own) ?? ProcessIdentity(processID: own, boot: currentBoot, start: 0)
  }

  var isAlive: Bool {
    boot == Self.currentBoot && Self.start(of: processID) == start
  }

  private static var currentBoot: String {
    text("/proc/sys/kernel/random/boot_id").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func start(of processID: Int32) -> Int64? {
    ProcessRecord(processID: processID, stat: text("/proc/\(processID)/stat"))?.start
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}
