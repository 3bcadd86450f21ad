import SessionEngine
import WorkshopModel

extension CommandFailure {
  /// A fault of the workshop's files, the workspace or the program's own folders.
  init(resources error: any Error) {
    switch error {
    case let error as WorkshopError:
      self.init(Diagnosis(says: "\(error.place): \(error.what)", remedy: error.remedy))
    case let failure as WorkspaceFailure:
      self.init(Diagnosis(says: "\(failure.path): \(failure.what)", remedy: failure.remedy))
    case let error as ResourceError:
      self.init(
        Diagnosis(
          says: "The folder \(error.kind.rawValue) was not found.",
          remedy: "Looked at: \(error.looked.joined(separator: ", ")). Name it with "
            + "\(error.kind.option) DIR or \(error.kind.variable)."))
    default:
      self.init(Diagnosis(says: "\(error)", remedy: "Try again once that is mended."))
    }
  }
}
