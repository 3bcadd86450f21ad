import SessionEngine
import WorkshopModel

extension Engine.RoomMoment {
  /// Where the room is by its clock and this machine's.
  static func now(by clock: RoomClock) -> Engine.RoomMoment {
    switch clock.position(at: .fromThisMachine()) {
    // Nobody needs the machine before the start.
    case .beforeStart: Engine.RoomMoment(segment: 0, kind: .break)
    case .inSegment(let index, _):
      Engine.RoomMoment(segment: index, kind: clock.segments[index].kind)
    case .over: Engine.RoomMoment(segment: clock.segments.count, kind: nil)
    }
  }
}
