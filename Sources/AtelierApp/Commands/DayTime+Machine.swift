import Foundation
import WorkshopModel

extension DayTime {
  /// What this machine's clock says in its time zone.
  public static func fromThisMachine() -> DayTime {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return DayTime(hour: parts.hour ?? 0, minute: parts.minute ?? 0, second: parts.second ?? 0)
  }
}
