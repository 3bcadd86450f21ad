import SessionEngine
import WorkshopModel

/// What is open of one exercise.
public struct Workbench: Sendable, Equatable {
  public enum PageState: Sendable, Equatable {
    case loading
    case loaded(String)
    case missing(String)
  }

  public enum FileState: Sendable, Equatable {
    case opening
    case opened(EditorPane)
    case failed(Diagnosis)
  }

  public let exercise: String
  public var page = PageState.loading
  public var pageScroll = 0
  /// Paths below the exercise's folder, in the order they are listed.
  public var files: [String] = []
  public var fileStates: [String: FileState] = [:]
  public var shells: [RunID] = []
  public var tab = WorkbenchTab.page
  /// The unsaved texts that are kept against a crash, by path.
  var keptDrafts: [String: String] = [:]
  /// The pictures in the exercise's folder.
  public var pictures: [PictureFile] = []
  /// By path; only of those that were in front.
  public var pictureStates: [String: PictureState] = [:]
  /// Files without unsaved text that are read anew, by path.
  var reloading: Set<String> = []

  public init(exercise: String) {
    self.exercise = exercise
  }

  public var tabs: [WorkbenchTab] {
    [.page] + files.map { .file($0) } + pictures.map { .picture($0.path) }
      + shells.map { .shell($0) }
  }

  /// Which of several shells it is, from 1; nil for the only one.
  func numberOfShell(_ id: RunID) -> Int? {
    shells.count > 1 ? shells.firstIndex(of: id).map { $0 + 1 } : nil
  }

  /// The editor of the file in front; nil for other tabs and files not opened yet.
  public var editor: EditorPane? {
    get {
      guard case .file(let path) = tab, case .opened(let editor)? = fileStates[path] else {
        return nil
      }
      return editor
    }
    set {
      guard case .file(let path) = tab, let newValue else { return }
      fileStates[path] = .opened(newValue)
    }
  }

  /// The paths of files whose text is here, saved or not.
  var openFiles: [String] {
    files.filter { path in
      if case .opened? = fileStates[path] { return true }
      return false
    }
  }

  /// The paths of files with changes that are not saved.
  public var modifiedFiles: [String] {
    files.filter { path in
      if case .opened(let editor)? = fileStates[path] { return editor.isModified }
      return false
    }
  }
}
