/// Decides when the driver is let go so that a laptop's GPUs can sleep, and when it is asked again.
///
/// A program that holds the driver keeps them awake, and asking wakes them; the kernel's own files
/// tell without either whether they sleep.
struct NVMLRest {
  private enum Phase {
    case asking(idleSince: Double?)
    case resting(since: Double, hasSlept: Bool)
  }

  /// For how long nothing must have used them, in seconds.
  static let idleSeconds = 30.0
  /// How long the kernel may take to switch them off once the driver is let go, in seconds.
  static let settlingSeconds = 20.0
  /// For how long they are not let go again after something else kept them awake, in seconds.
  static let wakefulSeconds = 600.0

  private var phase = Phase.asking(idleSince: nil)
  private var earliest = -Double.infinity

  var isResting: Bool {
    if case .resting = phase { true } else { false }
  }

  /// - Parameter machine: Called only where nothing has used the GPUs for long enough.
  /// - Returns: Whether the driver is to be let go.
  mutating func begins(after report: GPUReport, on machine: () -> MachineFacts) -> Bool {
    guard report.source == .nvml, !report.devices.isEmpty,
      report.devices.allSatisfy({ !$0.isInUse })
    else {
      phase = .asking(idleSince: nil)
      return false
    }
    var idleSince = report.time
    if case .asking(let since?) = phase { idleSince = min(since, report.time) }
    phase = .asking(idleSince: idleSince)
    guard report.time - idleSince >= Self.idleSeconds, report.time >= earliest else { return false }
    guard machine().canSleep else {
      // A machine does not become a laptop: it is looked at again only after a while.
      earliest = report.time + Self.wakefulSeconds
      return false
    }
    phase = .resting(since: report.time, hasSlept: false)
    return true
  }

  /// - Parameter time: In seconds since 1970.
  /// - Returns: Whether the driver is still to be left alone.
  mutating func goesOn(at time: Double, on machine: MachineFacts) -> Bool {
    guard case .resting(let since, let hasSlept) = phase else { return false }
    if machine.isAsleep {
      phase = .resting(since: since, hasSlept: true)
      return true
    }
    if !hasSlept, machine.canSleep, (0..<Self.settlingSeconds).contains(time - since) {
      return true
    }
    // Either something uses them now, or something has kept them awake all the time.
    if !hasSlept { earliest = time + Self.wakefulSeconds }
    phase = .asking(idleSince: nil)
    return false
  }
}

extension GPUDevice {
  /// Something computes on it, or it cannot be told; an idle desktop's context does not count.
  fileprivate var isInUse: Bool {
    if stuck != nil || fault != nil { return true }
    if processes.isEmpty, processesNote != nil { return true }
    return (utilizationPercent ?? 0) > 0 || processes.contains { $0.kinds != [.graphics] }
  }
}
