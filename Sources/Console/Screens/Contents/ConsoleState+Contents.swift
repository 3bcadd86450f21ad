import PixiWorkspace
import SessionEngine
import TerminalCore

extension ConsoleState {
  var contentsScreen: ContentsState? {
    get {
      if case .contents(let value)? = screens.last { return value }
      return nil
    }
    set {
      if let newValue, contentsScreen != nil { screens[screens.count - 1] = .contents(newValue) }
    }
  }

  mutating func showContents() -> [ConsoleEffect] {
    guard let exercise, let name = currentEnvironment else { return [] }
    return showContents(of: name, in: exercise)
  }

  mutating func showContents(of name: String, in exercise: String) -> [ConsoleEffect] {
    screens.append(.contents(ContentsState(exercise: exercise, environment: name)))
    return [.readContents(exercise: exercise)]
  }

  mutating func take(_ reading: ContentsReading, of exercise: String) {
    for index in screens.indices {
      guard case .contents(var state) = screens[index], state.exercise == exercise else { continue }
      state.reading = reading
      screens[index] = .contents(state)
    }
  }

  /// What a command does on this screen; nil when it is not for it.
  mutating func performOnContents(_ command: Command) -> [ConsoleEffect]? {
    guard var state = contentsScreen else { return nil }
    switch command {
    case .compareContents: compare(&state)
    case .nextContents:
      state.environment = Self.next(after: state.environment, in: state.names, not: state.other)
      state.scroll = 0
    case .filterContents: state.isFiltering = true
    case .sortContents:
      state.sortsBySize.toggle()
      state.scroll = 0
    case .nextPlatform: showNextPlatform(&state)
    default: return nil
    }
    contentsScreen = state
    return []
  }

  /// First against another CUDA, where there is one: that is what people want to know.
  private mutating func compare(_ state: inout ContentsState) {
    guard case .success(let shown)? = state.shown, let contents = state.contents else { return }
    guard state.names.count > 1 else {
      notice = Notice(.information, "\(state.environment) is the only environment there is.")
      return
    }
    state.scroll = 0
    if let other = state.other {
      state.other = Self.next(after: other, in: state.names, not: state.environment)
    } else {
      let others = contents.environments.filter { $0.name != state.environment }
      let another = others.first { environment in
        guard let build = environment.platforms.first?.build, case .cuda = build else {
          return false
        }
        return build != shown.contents.build
      }
      state.other =
        another?.name ?? Self.next(after: state.environment, in: state.names, not: nil)
    }
  }

  private mutating func showNextPlatform(_ state: inout ContentsState) {
    guard case .success(let shown)? = state.shown,
      let platforms = state.contents?.environment(state.environment)?.platforms.map(\.platform)
    else { return }
    guard platforms.count > 1 else {
      notice = Notice(
        .information, "\(state.environment) is solved for \(shown.contents.platformWords) alone.")
      return
    }
    state.platform = Self.next(after: shown.contents.platform, in: platforms, not: nil)
    state.scroll = 0
  }

  private static func next(after name: String, in names: [String], not left: String?) -> String {
    let names = names.filter { $0 != left }
    guard let index = names.firstIndex(of: name) else { return names.first ?? name }
    return names[(index + 1) % names.count]
  }

  /// Goes back one step; false when the screen itself is to be left.
  mutating func stepBackInContents() -> Bool {
    guard var state = contentsScreen else { return false }
    if !state.filter.text.isEmpty {
      state.filter = TextField()
    } else if state.other != nil {
      state.other = nil
    } else {
      return false
    }
    state.scroll = 0
    contentsScreen = state
    return true
  }

  mutating func handleInContentsFilter(_ press: KeyPress) {
    guard var state = contentsScreen else { return }
    switch press.key {
    case .enter, .up, .down: state.isFiltering = false
    case .escape:
      state.isFiltering = false
      state.filter = TextField()
      state.scroll = 0
    default: if state.filter.handle(press) { state.scroll = 0 }
    }
    contentsScreen = state
  }

  mutating func scrollContents(by lines: Int) {
    guard var state = contentsScreen else { return }
    let most = ContentsView(state: self, contents: state).mostScroll(in: screenBody)
    // What was scrolled in a longer list before counts from where this one ends.
    state.scroll = max(0, min(most, min(most, state.scroll) + lines))
    contentsScreen = state
  }
}
