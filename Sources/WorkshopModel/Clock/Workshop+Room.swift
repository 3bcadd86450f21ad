extension Workshop {
  /// The part whose exercises the room needs: the one it is in, or else the next that has some; after
  /// the last of them that one. Nil when no part has any.
  public func exercisePart(at position: RoomPosition) -> Segment? {
    let parts = segments.indices.filter { !segments[$0].exercises.isEmpty }
    let index: Int? =
      switch position {
      case .beforeStart: parts.first
      case .inSegment(let current, _): parts.first { $0 >= current } ?? parts.last
      case .over: parts.last
      }
    return index.map { segments[$0] }
  }
}
