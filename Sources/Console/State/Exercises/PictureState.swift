import SessionEngine
import TerminalCore

/// How far a picture of cells is.
public enum PictureState: Sendable, Equatable {
  case rendering(PictureRequest)
  case shown(PictureRequest, CellBuffer)
  case failed(PictureRequest, Diagnosis)

  public var request: PictureRequest {
    switch self {
    case .rendering(let request), .shown(let request, _), .failed(let request, _): request
    }
  }
}
