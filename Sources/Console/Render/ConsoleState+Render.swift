import TerminalCore

extension ConsoleState {
  /// Draws the whole screen; the second value is where the cursor stands, nil when it is hidden.
  public func render() -> (frame: CellBuffer, cursor: Point?) {
    var buffer = CellBuffer(size: size, filledWith: Cell(" ", style: theme[.background]))
    let layout = layout
    guard !layout.isTooSmall else {
      drawTooSmall(into: &buffer)
      spellOut(&buffer)
      return (buffer, nil)
    }
    HeaderBar(state: self).draw(into: &buffer, area: layout.header)
    if let banner = layout.banner { drawBanner(into: &buffer, area: banner) }
    var cursor = drawBody(layout, into: &buffer)
    NoticeLine(state: self).draw(into: &buffer, area: layout.notice)
    footerBar.draw(into: &buffer, area: layout.footer, theme: theme, glyphs: glyphs)
    if let dialog {
      cursor = DialogView(state: self, dialog: dialog).draw(into: &buffer).cursor
    }
    spellOut(&buffer)
    return (buffer, cursor)
  }

  /// The full screen in front, or the panes; returns where the cursor stands.
  private func drawBody(_ layout: ConsoleLayout, into buffer: inout CellBuffer) -> Point? {
    switch screens.last {
    case .runs(let list)?:
      return RunListView(state: self, list: list).draw(into: &buffer, area: screenBody)
    case .comparison(let comparison)?:
      ComparisonView(state: self, comparison: comparison).draw(into: &buffer, area: screenBody)
      return nil
    case .contents(let contents)?:
      return ContentsView(state: self, contents: contents).draw(into: &buffer, area: screenBody)
    case .difference(let difference)?:
      DifferenceView(state: self, difference: difference).draw(into: &buffer, area: screenBody)
      return nil
    case .gpu(let screen)?:
      GPUScreenView(state: self, screen: screen).draw(into: &buffer, area: screenBody)
      return nil
    case nil: break
    }
    var cursor: Point?
    for (pane, area) in layout.panes {
      let place = draw(pane, into: &buffer, area: area)
      if pane == focus { cursor = place }
    }
    if let strip = layout.strip {
      ComparisonStrip(state: self).draw(into: &buffer, area: strip)
    }
    if let summary = layout.summary {
      HiddenSummary(state: self, layout: layout).draw(into: &buffer, area: summary)
    }
    return cursor
  }

  private func drawBanner(into buffer: inout CellBuffer, area: Rect) {
    let style = theme[.warning].adding(.reverse)
    buffer.fill(area, with: Cell(" ", style: style))
    buffer.write(
      glyphs.truncate(readOnlyReason ?? "", to: area.columns - 2),
      column: area.column + 1, row: area.row, style: style, clip: area)
  }

  private func draw(_ pane: PaneID, into buffer: inout CellBuffer, area: Rect) -> Point? {
    switch pane {
    case .outline:
      OutlinePane(state: self).draw(into: &buffer, area: area)
      return nil
    case .workbench:
      return WorkbenchPane(state: self).draw(into: &buffer, area: area)
    case .gpu:
      GPUPane(state: self).draw(into: &buffer, area: area)
      return nil
    case .firstRun, .secondRun:
      return RunPaneView(state: self, pane: pane.lane ?? 0).draw(into: &buffer, area: area)
    }
  }

  private func drawTooSmall(into buffer: inout CellBuffer) {
    let needed = ConsoleLayout.smallest
    TextBlock(
      "This terminal has \(size.columns)×\(size.rows) cells; Atelier needs "
        + "\(needed.columns)×\(needed.rows). Make it larger, or press q.",
      role: .warning
    ).draw(into: &buffer, area: buffer.bounds, theme: theme, glyphs: glyphs)
  }

  /// What the last line shows; where keys are text `?` is none, and the way out stays.
  var footerBar: FooterBar {
    guard dialog == nil, hintsOfMode == nil else { return FooterBar(footerHints) }
    return switch keyScope {
    case .gpuScreen: FooterBar(footerHints, more: KeyHint("F1", "more"))
    case .editor: FooterBar(footerHints, more: KeyHint("F1", "more"))
    case .program: FooterBar(footerHints, more: KeyHint("Ctrl-Q", "leave"))
    default: FooterBar(footerHints)
    }
  }

  /// The keys that matter now, the most important first.
  var footerHints: [KeyHint] {
    if let dialog { return hints(for: dialog) }
    if let hints = hintsOfMode { return hints }
    let scope = keyScope
    let isOwn: (KeyBinding) -> Bool = { $0.scope == scope }
    let isFull = !screens.isEmpty
    let own = Set(KeyMap.bindings.filter(isOwn).map(\.command))
    let isShared: (KeyBinding) -> Bool = {
      $0.scope == .everywhere && scope != .editor && scope != .program
        && (!isFull || KeyMap.onFullScreens.contains($0.command) && !own.contains($0.command))
    }
    return (KeyMap.bindings.filter { isOwn($0) || isShared($0) } + shellTabBindings)
      .filter { $0.footerRank != nil }
      .filter { disabledReason(of: $0.command) == nil }
      .filter {
        $0.command != .dismissNotice || notice?.kind == .failure || notice?.kind == .warning
          || search != nil
      }
      .filter { $0.command != .goToNow || gpuView.end != nil || gpuView.frozen != nil }
      .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
      .map { KeyHint(glyphs.keyName($0.footerLabel), $0.title) }
  }

  /// While a search is typed, lines are marked or a list is filtered the keys are others.
  private var hintsOfMode: [KeyHint]? {
    let run = screens.isEmpty ? focusedRun?.snapshot.id : nil
    if runList?.isFiltering == true || contentsScreen?.isFiltering == true {
      return [KeyHint("Enter", "keep the filter"), KeyHint("Esc", "show all")]
    }
    if let search, search.isTyping, search.run == run {
      return [
        KeyHint("Enter", "keep"), KeyHint(glyphs.keyName("↑↓"), "other matches"),
        KeyHint("Esc", "leave"),
      ]
    }
    if let selection, selection.means == .lines, selection.run == run {
      return [
        KeyHint("y", "copy"), KeyHint(glyphs.keyName("↑↓"), "extend"), KeyHint("Esc", "leave"),
      ]
    }
    return nil
  }

  /// A dialog takes every key; those it asks for stand in its box.
  private func hints(for dialog: DialogState) -> [KeyHint] {
    let close = KeyHint("Esc", "close")
    guard case .palette = dialog else { return [close] }
    return [close, KeyHint(glyphs.keyName("↑↓"), "choose"), KeyHint("Enter", "run")]
  }

  func drawFrame(
    _ pane: PaneID, title: String, badge: String = "", into buffer: inout CellBuffer, area: Rect
  ) -> Rect {
    Frame(title: "\(pane.number) \(title)", badge: badge, isFocused: focus == pane)
      .draw(into: &buffer, area: area, theme: theme, glyphs: glyphs)
    return Frame.interior(of: area)
  }
}
