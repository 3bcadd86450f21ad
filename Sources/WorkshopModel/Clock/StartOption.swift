/// When the room begins: as announced, at once, or at a time of day.
public enum StartOption: Sendable, Hashable {
  case announced
  case now
  case at(TimeOfDay)

  /// Reads `now`, or a time of day such as `9:00`; nil for anything else.
  public init?(_ text: String) {
    if text == "now" {
      self = .now
    } else if let time = TimeOfDay(text) {
      self = .at(time)
    } else {
      return nil
    }
  }
}
