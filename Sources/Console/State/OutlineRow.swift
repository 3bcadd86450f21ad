import WorkshopModel

/// A row of the outline pane: a part of the day, or an exercise done in it.
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
    workshop.segments.indices.flatMap { index in
      [.segment(index)]
        + workshop.segments[index].exercises.map { .exercise(id: $0, segment: index) }
    }
  }
}
