import PixiWorkspace

extension WrongWayFinder {
  /// The first thing in each environment that the lock does not have as the manifest asks for it.
  var staleLock: [Finding] {
    guard let judged = context.judged, let lock = context.subject.lock, !lock.environments.isEmpty
    else { return [] }
    let currency = LockCurrency(lock: LockIndex(lock), judged: judged)
    return context.environments.compactMap { environment in
      currency.shortfall(of: environment.name).map { shortfall in
        Finding(
          .staleLock, environment: environment.name, why: shortfall.why, remedy: shortfall.remedy,
          file: shortfall.file ?? context.subject.manifestFile, line: shortfall.place?.line,
          column: shortfall.place?.column)
      }
    }
  }
}
