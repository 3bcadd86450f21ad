import WorkshopModel

extension Engine {
  /// The exercise's solution in the spelling that fits; counted when it is shown.
  /// - Parameter confirmed: Whether a person has asked twice.
  /// - Throws: `Diagnosis` when there is no such exercise or it has no solution.
  public func solution(of id: String, confirmed: Bool) async throws -> SolutionAnswer {
    throw Self.notYet
  }

  /// Lays the solution over the exercise's folder; the files that were there are kept aside first.
  /// - Throws: `Diagnosis`; whatever happens, nothing a person wrote is lost.
  @discardableResult
  public func writeSolution(of id: String) async throws -> WorkspaceChange {
    throw Self.notYet
  }

  /// The participant's files against the starter with the solution over it, sorted by path, those
  /// that are the same among them; files that only the participant has are left out.
  /// - Parameter includingLock: Whether pixi.lock is compared, too.
  /// - Throws: `Diagnosis` when there is no such exercise or it has no solution.
  public func difference(
    fromSolution id: String, includingLock: Bool = false
  ) async throws -> [FileDifference] {
    throw Self.notYet
  }
}
