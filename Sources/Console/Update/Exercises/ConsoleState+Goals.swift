import SessionEngine
import TerminalCore
import WorkshopModel

extension ConsoleState {
  /// What is known of the open exercise.
  var record: ExerciseRecord? { exercise.flatMap { exerciseRecords[$0] } }

  /// Such as `3/7`; nil for an exercise without goals.
  func goalCount(of id: String) -> String? {
    let goals = goalRows(of: id)
    guard !goals.isEmpty else { return nil }
    guard exerciseRecords[id]?.verdict != nil else { return "–/\(goals.count)" }
    return "\(goals.count { $0.status == .met })/\(goals.count)"
  }

  /// The newest check of an exercise that is not answered yet.
  public func pendingCheck(of id: String) -> CheckRequest? {
    exerciseRecords[id]?.pendingCheck
  }

  /// Asks for a judgement on what will be on disk when all that was asked of the files is done.
  mutating func check(_ id: String, _ reason: CheckRequest.Reason) -> [ConsoleEffect] {
    guard workshop.exercise(id)?.goals.isEmpty == false else { return [] }
    checkNumber += 1
    // What an older one would have told is told by the one that takes its place.
    let older = exerciseRecords[id]?.pendingCheck?.reason
    let told = reason == .opened || reason == .asked ? older ?? reason : reason
    let request = CheckRequest(exercise: id, number: checkNumber, reason: told)
    exerciseRecords[id, default: ExerciseRecord()].pendingCheck = request
    return [.exercise(.check(request))]
  }

  mutating func take(_ verdict: ExerciseVerdict, for request: CheckRequest) {
    let id = request.exercise
    guard exerciseRecords[id]?.pendingCheck == request else { return }
    let before = exerciseRecords[id]?.verdict
    exerciseRecords[id]?.verdict = verdict
    exerciseRecords[id]?.fault = nil
    exerciseRecords[id]?.pendingCheck = nil
    let news = VerdictNews(verdict, since: before, pitfalls: workshop.exercise(id)?.pitfalls ?? [])
    switch request.reason {
    case .opened, .asked: break
    case .saved(let path): tell(news, saved: path, of: id)
    case .worked: tell(news, saved: nil, of: id)
    }
    clampGoals()
  }

  mutating func take(_ fault: Diagnosis, for request: CheckRequest) {
    guard exerciseRecords[request.exercise]?.pendingCheck == request else { return }
    exerciseRecords[request.exercise]?.pendingCheck = nil
    exerciseRecords[request.exercise]?.fault = fault
    notice = Notice(fault)
  }

  /// Only what is new is told; without news what is told already stays.
  private mutating func tell(_ news: VerdictNews, saved path: String?, of id: String) {
    guard let words = news.words(key: keyScope == .editor ? "Alt-C" : "C") else { return }
    let lead = path.map { "Saved \(id)/\($0). " } ?? ""
    // A message of a failure is not put aside by what nobody asked for.
    if path == nil, notice?.kind == .failure, !news.isWrong { return }
    let kind: Notice.Kind = news.isWrong ? .warning : news.isPassed ? .success : .information
    notice = Notice(kind, lead + words)
  }

  private mutating func clampGoals() {
    guard case .exercise(.goals(let selected))? = dialog, let exercise else { return }
    let most = max(0, goalRows(of: exercise).count - 1)
    dialog = .exercise(.goals(selected: max(0, min(selected, most))))
  }

  /// Opens the list of goals with the one in front that most needs it, and judges anew.
  mutating func showGoals() -> [ConsoleEffect] {
    guard let exercise else { return [] }
    let rows = goalRows(of: exercise)
    let first =
      rows.firstIndex { $0.status == .wrong } ?? rows.firstIndex { $0.status == .open }
      ?? rows.firstIndex { $0.status == .unknown } ?? 0
    dialog = .exercise(.goals(selected: first))
    return check(exercise, .asked) + [.exercise(.readProgress(exercise: exercise))]
  }

  /// Whether the open exercise has a file, as far as its folder has been read.
  func isThere(_ path: String) -> Bool { workbench?.files.contains(path) != false }

  /// Brings a file to the front with the cursor where a goal says.
  mutating func goTo(_ path: String, line: Int?, column: Int?) -> [ConsoleEffect] {
    guard let exercise else { return [] }
    dialog = nil
    screens = []
    focus = .workbench
    if workbench?.files.contains(path) == false { workbench?.files.append(path) }
    if let line {
      awaitedPlace = AwaitedPlace(exercise: exercise, path: path, line: line, column: column ?? 1)
    }
    let effects = show(.file(path))
    placeCursor()
    return effects
  }

  /// Puts the cursor where it is awaited, once the file is there.
  mutating func placeCursor() {
    guard let place = awaitedPlace,
      case .opened(var editor)? = workbenches[place.exercise]?.fileStates[place.path]
    else { return }
    awaitedPlace = nil
    editor.go(toLine: place.line, column: place.column)
    workbenches[place.exercise]?.fileStates[place.path] = .opened(editor)
  }
}
