import WorkshopModel

extension Engine {
  /// What ``reset(_:all:)`` would do; changes nothing.
  /// - Throws: `Diagnosis` when there is no such exercise or its folder cannot be read.
  public func resetPlan(of id: String, all: Bool = false) async throws -> WorkspaceChange {
    throw Self.notYet
  }

  /// Brings the exercise's starter back; the files that were there are kept aside first.
  /// - Parameter all: Whether files that the starter does not have are taken away, too.
  /// - Throws: `Diagnosis`; whatever happens, nothing a person wrote is lost.
  @discardableResult
  public func reset(_ id: String, all: Bool = false) async throws -> WorkspaceChange {
    throw Self.notYet
  }

  /// What ``catchUp(to:)`` would do; changes nothing.
  /// - Throws: `Diagnosis` when there is no such exercise or the workshop has none.
  public func catchUpPlan(to target: CatchUpTarget) async throws -> CatchUp {
    throw Self.notYet
  }

  /// Brings the exercises of the room's part, or the one that is named, to their start. Files that
  /// differ from the starter and all others are kept aside, but for `.pixi` and a pixi.lock whose
  /// manifest stays; the other exercises stay as they are.
  /// - Throws: `Diagnosis`; whatever happens, nothing a person wrote is lost.
  @discardableResult
  public func catchUp(to target: CatchUpTarget) async throws -> CatchUp {
    throw Self.notYet
  }
}
