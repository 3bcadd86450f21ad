import WorkshopModel

/// A row of the outline pane: a part of the day, or one of several exercises done in it.
public enum OutlineRow: Sendable, Hashable {
  /// The segment's place in the outline.
  case segment(Int)
  case exercise(id: String, segment: Int)

  public var segment: Int {
    switch self {
    case .segment(let index): index
    case .exercise(_, let index): index
    }
  }

  /// Every row, in order.
  public static func rows(of workshop: Workshop) -> [OutlineRow] {
    workshop.segments.indices.flatMap { index -> [OutlineRow] in
      let exercises = workshop.segments[index].exercises
      let several = exercises.count > 1 ? exercises : []
      return [.segment(index)] + several.map { .exercise(id: $0, segment: index) }
    }
  }
}
