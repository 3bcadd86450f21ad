import Console
import Foundation

/// Tells the time at every full second of the wall clock.
@MainActor
final class Ticker: InputSource {
  private var timer: (any DispatchSourceTimer)?

  func start(_ inputs: InputQueue) {
    let timer = DispatchSource.makeTimerSource(queue: .main)
    self.timer = timer
    let now = Date().timeIntervalSince1970
    let untilNextSecond = 1 - now.truncatingRemainder(dividingBy: 1)
    timer.schedule(
      deadline: .now() + untilNextSecond, repeating: .seconds(1), leeway: .milliseconds(20))
    timer.setEventHandler { inputs.post(.tick(.now())) }
    timer.activate()
  }

  func stop() {
    timer?.cancel()
    timer = nil
  }
}

extension ClockReading {
  /// What the clocks say now.
  static func now() -> ClockReading {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    let seconds = (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)
    return ClockReading(
      secondsSinceMidnight: seconds, uptime: ProcessInfo.processInfo.systemUptime)
  }
}
