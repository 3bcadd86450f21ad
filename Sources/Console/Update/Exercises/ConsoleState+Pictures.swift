import SessionEngine
import TerminalCore

extension ConsoleState {
  /// The picture that is worth showing: the one a run has made last, else the first there is.
  var picturePath: String? { record?.offeredPicture ?? workbench?.pictures.first?.path }

  mutating func showPicture() -> [ConsoleEffect] {
    guard let path = picturePath else { return [] }
    focus = .workbench
    return show(.picture(path))
  }

  /// Takes the list of pictures in; one that is new or has changed since is offered.
  mutating func take(_ files: [PictureFile], of id: String) {
    guard var bench = workbenches[id] else { return }
    let before = bench.pictures
    let isFirstLook = exerciseRecords[id]?.hasListedPictures != true
    bench.pictures = files
    if case .picture(let path) = bench.tab, !files.contains(where: { $0.path == path }) {
      bench.tab = .page
    }
    for path in bench.pictureStates.keys where !files.contains(where: { $0.path == path }) {
      bench.pictureStates[path] = nil
    }
    workbenches[id] = bench
    exerciseRecords[id, default: ExerciseRecord()].hasListedPictures = true
    guard !isFirstLook, let new = files.first(where: { !before.contains($0) }),
      bench.tab != .picture(new.path) || id != exercise
    else { return }
    exerciseRecords[id]?.offeredPicture = new.path
    offer(new.path, of: id)
  }

  /// Says that a picture is there, behind what is told of the run that made it.
  private mutating func offer(_ path: String, of id: String) {
    guard id == exercise, notice?.kind != .failure else { return }
    let key = canEnterShowPicture ? "Enter" : "V"
    let words = "\(path): \(key) shows it."
    if let told = notice, told.kind != .warning {
      notice = Notice(told.kind, "\(told.text) \(words)")
    } else if notice == nil {
      notice = Notice(.information, words)
    }
  }

  /// Whether Enter in the run pane in front has nothing else to do than to show a run's picture.
  var canEnterShowPicture: Bool {
    guard let run = focusedRun?.snapshot, focus.lane != nil else { return false }
    return !run.state.isAlive && run.exercise == exercise && record?.offeredPicture != nil
  }

  mutating func take(_ picture: PictureState) {
    let request = picture.request
    guard
      case .rendering(request)? = workbenches[request.exercise]?.pictureStates[request.file.path]
    else { return }
    workbenches[request.exercise]?.pictureStates[request.file.path] = picture
  }

  /// The picture in front in the size of its place, where it is not that already.
  mutating func wantedPictures() -> [ConsoleEffect] {
    guard let bench = workbench, case .picture(let path) = bench.tab,
      let file = bench.pictures.first(where: { $0.path == path }),
      let area = layout.inside(.workbench)?.splitTop(1).rest, !area.isEmpty
    else { return [] }
    let request = PictureRequest(
      exercise: bench.exercise, file: file, size: PictureView.size(in: area),
      colors: colors, glyphs: glyphs)
    guard bench.pictureStates[path]?.request != request else { return [] }
    workbench?.pictureStates[path] = .rendering(request)
    return [.exercise(.renderPicture(request))]
  }

  mutating func openPicture() -> [ConsoleEffect] {
    guard let bench = workbench, case .picture(let path) = bench.tab else { return [] }
    return [.exercise(.openPicture(exercise: bench.exercise, path: path))]
  }
}
