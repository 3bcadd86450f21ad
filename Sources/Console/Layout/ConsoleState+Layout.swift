import TerminalCore

extension ConsoleState {
  public var layout: ConsoleLayout {
    ConsoleLayout(
      size: size, focus: focus, isZoomed: isZoomed,
      hasRuns: runPanes.contains { $0.lane != nil }, hasBanner: readOnlyReason != nil)
  }

  /// Where keys of the pane in front are looked up.
  public var keyScope: KeyScope {
    switch screens.last {
    case .runs?: return .runList
    case .comparison?: return .comparison
    case .contents?: return .contents
    case .difference?: return .difference
    case .gpu?: return .gpuScreen
    case nil: break
    }
    if typingInto != nil { return .program }
    switch focus {
    case .outline: return .outline
    case .gpu: return .gpu
    case .firstRun, .secondRun: return .run
    case .workbench:
      switch workbench?.tab {
      case .file where workbench?.editor != nil: return .editor
      case .shell: return .run
      case .picture: return .picture
      default: return .page
      }
    }
  }

  /// The run in the pane in front, or in the tab in front.
  var focusedRun: RunRecord? {
    if let lane = focus.lane { return run(inPane: lane) }
    if focus == .workbench, case .shell(let id)? = workbench?.tab { return runs[id] }
    return nil
  }

  /// A pseudo-terminal's size in a run pane as it is now, or would be; a row is the command's.
  func terminalSize(ofPane pane: Int) -> Size {
    let shown = layout.inside(.run(lane: pane))
    let area =
      shown
      ?? ConsoleLayout(size: size, focus: .run(lane: pane), isZoomed: false)
      .inside(.run(lane: pane))
    return Self.usable(area.map { $0.splitTop(1).rest.size })
  }

  /// A shell's size in the workbench: a row is the tabs'.
  var shellTerminalSize: Size {
    let area =
      layout.inside(.workbench)
      ?? ConsoleLayout(size: size, focus: .workbench, isZoomed: false).inside(.workbench)
    return Self.usable(area.map { $0.splitTop(1).rest.size })
  }

  private static func usable(_ size: Size?) -> Size {
    guard let size, size.columns >= 10, size.rows >= 3 else { return Size(columns: 80, rows: 24) }
    return size
  }
}
