import Foundation

/// Why a run is ended before its own end.
enum StopReason: Sendable, Hashable {
  case person
  case timeout(seconds: Double)
  case restart
  case closing

  var words: String {
    switch self {
    case .person: "stopped"
    case .timeout(let seconds): "stopped after its time-out of \(Self.duration(seconds))"
    case .restart: "stopped to be started again"
    case .closing: "stopped as Atelier closed"
    }
  }

  /// Such as `2.5 s`, `90 s`, `10 min` or `2 h`: the largest unit that divides it.
  static func duration(_ seconds: Double) -> String {
    guard seconds == seconds.rounded() else { return String(format: "%g s", seconds) }
    let whole = Int(min(seconds, 1e15))
    if whole >= 3600, whole % 3600 == 0 { return "\(whole / 3600) h" }
    if whole >= 60, whole % 60 == 0 { return "\(whole / 60) min" }
    return "\(whole) s"
  }
}
