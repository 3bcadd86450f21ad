import WorkshopModel

extension Engine {
  /// The next hint that fits the installed pixi and helps with a goal that is not met, or the last
  /// one again when none is left; counts it when it is new.
  /// - Throws: `Diagnosis` when there is no such exercise, it has no hints, or none helps any more.
  public func nextHint(of id: String) async throws -> HintAnswer {
    throw Self.notYet
  }

  /// The hints that were shown so far, in their order; counts nothing.
  /// - Throws: `Diagnosis` when there is no such exercise.
  public func shownHints(of id: String) async throws -> [HintAnswer] {
    throw Self.notYet
  }
}
