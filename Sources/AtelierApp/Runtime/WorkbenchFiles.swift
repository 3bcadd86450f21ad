import Console
import Foundation
import SessionEngine
import WorkshopModel

/// Reads and writes what the workbench shows, off the interface's thread.
actor WorkbenchFiles {
  let workshop: Workshop
  let workspace: WorkspaceFolder
  private let store: FileStore
  private let recovery: RecoveryStore
  private let now: @Sendable () -> Date
  /// Whether another console has the workspace: nothing is written then.
  private let isReadOnly: Bool
  private let queue = FileExecutor()
  /// The exercises' files as they were when they were looked at last, by exercise and path.
  var stamps: [String: [String: String]] = [:]
  private var opened: [String: OpenedFile] = [:]

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(
    workshop: Workshop, workspace: WorkspaceFolder, store: FileStore, recovery: RecoveryStore,
    isReadOnly: Bool = false, now: @escaping @Sendable () -> Date
  ) {
    self.workshop = workshop
    self.workspace = workspace
    self.store = store
    self.recovery = recovery
    self.isReadOnly = isReadOnly
    self.now = now
  }

  /// Makes the exercise's folder where it is missing, and reads its page and list of files.
  func openExercise(_ id: String) -> WorkbenchEvent? {
    guard let exercise = workshop.exercise(id) else { return nil }
    let folder = workspace.exercise(exercise)
    let preparation = isReadOnly ? nil : folder.prepare()
    let files = folder.files().filter(\.isEditable).map(\.path)
    noteFiles(of: id)
    return .opened(
      exercise: id, page: page(of: exercise), files: sorted(files, exercise),
      notice: preparation.flatMap { notice(of: $0, folder) })
  }

  private func page(of exercise: Exercise) -> Workbench.PageState {
    do {
      return .loaded(try store.open(exercise.page.path(percentEncoded: false)).text)
    } catch {
      return .missing("The page of \(exercise.id) cannot be read. \(error)")
    }
  }

  /// The main file comes first.
  func sorted(_ files: [String], _ exercise: Exercise) -> [String] {
    files.filter { $0 == exercise.mainFile } + files.filter { $0 != exercise.mainFile }
  }

  private func notice(
    of preparation: WorkspacePreparation, _ folder: ExerciseWorkspace
  ) -> Notice? {
    if let failure = preparation.failures.first {
      return Notice(.failure, "\(failure)")
    }
    guard !preparation.created.isEmpty else { return nil }
    let count = preparation.created.count
    return Notice(
      .success,
      "\(count) starter \(count == 1 ? "file" : "files") copied to "
        + "\(folder.folder.path(percentEncoded: false)).")
  }

  func openFile(exercise: String, path: String) -> WorkbenchEvent? {
    guard let place = place(of: path, in: exercise) else { return nil }
    opened[place] = nil
    do {
      let file = try store.open(place)
      opened[place] = file
      var pane = EditorPane(
        path: place, name: path, text: file.text,
        readOnlyReason: file.readOnlyReason.map { "Read-only: \($0)" })
      // What is put by now may be what the other console has in its editor.
      if !isReadOnly, let draft = recovery.offer(for: file) {
        pane.replaceText(
          with: draft.text,
          message:
            "Unsaved text from \(Self.time(of: draft)) is back; Ctrl-Z shows the file as it is"
        )
      }
      return .fileOpened(exercise: exercise, path: path, .opened(pane))
    } catch FileStoreError.notFound where !isReadOnly && recovery.entry(for: place) != nil {
      return .fileOpened(exercise: exercise, path: path, removedFile(path, at: place))
    } catch {
      let diagnosis = Diagnosis(
        says: "\(path) was not opened.", remedy: "\(error)")
      return .fileOpened(exercise: exercise, path: path, .failed(diagnosis))
    }
  }

  /// What was typed into a file that is gone: it is there to be saved anew.
  private func removedFile(_ path: String, at place: String) -> Workbench.FileState {
    var pane = EditorPane(path: place, name: path, text: "")
    if let draft = recovery.entry(for: place) {
      pane.replaceText(
        with: draft.text,
        message: "Unsaved text from \(Self.time(of: draft)); the file itself is gone")
    }
    return .opened(pane)
  }

  private static func time(of draft: RecoveryEntry) -> String {
    let parts = Calendar.current.dateComponents([.hour, .minute], from: draft.date)
    return TimeOfDay(minutes: (parts.hour ?? 0) * 60 + (parts.minute ?? 0)).text
  }

  func saveFile(
    exercise: String, path: String, text: String, overwriting: Bool
  ) -> WorkbenchEvent? {
    guard !isReadOnly, let place = place(of: path, in: exercise) else { return nil }
    let known = opened[place]
    let expectation: SaveExpectation =
      overwriting ? .anything : known.map { .unchanged($0.fingerprint) } ?? .anything
    do {
      let fingerprint = try store.save(
        text, to: place, expecting: expectation,
        byteOrderMark: known?.hasByteOrderMark ?? false)
      opened[place]?.fingerprint = fingerprint
      recovery.remove(for: place)
      noteFile(path, of: exercise)
      return .fileSaved(exercise: exercise, path: path, text: text)
    } catch FileStoreError.changedOnDisk, FileStoreError.removedOnDisk {
      return .fileChangedOnDisk(exercise: exercise, path: path)
    } catch {
      return .failed(
        Diagnosis(says: "\(error)", remedy: "Your text is still here, and kept aside."))
    }
  }

  /// Keeps unsaved text where a crash cannot reach it; that it failed is told once by saving.
  func keep(_ draft: Draft) {
    guard !isReadOnly, let place = place(of: draft.path, in: draft.exercise) else { return }
    try? recovery.record(draft.text, for: place, at: now())
  }

  /// Forgets the text that was kept.
  func drop(exercise: String, path: String) {
    if !isReadOnly, let place = place(of: path, in: exercise) { recovery.remove(for: place) }
  }

  func place(of path: String, in exercise: String) -> String? {
    workshop.exercise(exercise).map {
      workspace.exercise($0).folder.appending(path: path).path(percentEncoded: false)
    }
  }
}
