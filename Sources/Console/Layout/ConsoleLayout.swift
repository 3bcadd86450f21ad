import TerminalCore

/// Where everything stands on a screen of a given size; what is hidden is named in the summary.
public struct ConsoleLayout: Sendable, Equatable {
  /// Below this nothing can be shown but that the terminal is too small.
  public static let smallest = Size(columns: 40, rows: 10)
  /// From this on all panes fit at once.
  static let smallestFull = Size(columns: 110, rows: 34)

  public private(set) var header = Rect(size: .zero)
  /// Why the console only looks; nil when it does more.
  public private(set) var banner: Rect?
  public private(set) var notice = Rect(size: .zero)
  public private(set) var footer = Rect(size: .zero)
  /// The panes that are shown, with their borders.
  public private(set) var panes: [PaneID: Rect] = [:]
  /// The comparison between the two runs.
  public private(set) var strip: Rect?
  /// A line that tells of the panes that are hidden.
  public private(set) var summary: Rect?
  public private(set) var isTooSmall = false

  /// - Parameter hasRuns: Without runs their panes only say how to start one, and are low.
  public init(
    size: Size, focus: PaneID, isZoomed: Bool, hasRuns: Bool = true, hasBanner: Bool = false
  ) {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      isTooSmall = true
      return
    }
    let (top, rest) = Rect(size: size).splitTop(1)
    header = top
    let (bannerLine, belowBanner) = rest.splitTop(hasBanner ? 1 : 0)
    if hasBanner { banner = bannerLine }
    let (above, bottom) = belowBanner.splitBottom(1)
    footer = bottom
    let (body, line) = above.splitBottom(1)
    notice = line
    if isZoomed {
      layOutZoomed(body, focus)
    } else if size.columns >= Self.smallestFull.columns, size.rows >= Self.smallestFull.rows {
      layOutFull(body, hasRuns)
    } else {
      layOutCompact(body, focus)
    }
  }

  /// The pane's inside, without its border.
  public func inside(_ pane: PaneID) -> Rect? {
    panes[pane]?.inset(columns: 1, rows: 1)
  }

  private mutating func layOutZoomed(_ body: Rect, _ focus: PaneID) {
    let (main, line) = body.splitBottom(1)
    summary = line
    panes[focus] = main
  }

  /// Outline, workbench and GPUs above; the runs below with the strip between them.
  private mutating func layOutFull(_ body: Rect, _ hasRuns: Bool) {
    let upperRows = hasRuns ? (body.rows + 1) / 2 : body.rows - max(8, body.rows / 4)
    let (upper, lower) = body.splitTop(upperRows)
    let outlineColumns = min(54, max(40, body.columns * 3 / 10))
    let gpuColumns = min(52, max(30, body.columns / 4))
    let (outline, besideOutline) = upper.splitLeft(outlineColumns)
    let (workbench, gpu) = besideOutline.splitRight(gpuColumns)
    panes[.outline] = outline
    panes[.workbench] = workbench
    panes[.gpu] = gpu
    let stripColumns = min(52, max(36, body.columns / 4))
    let (first, besideFirst) = lower.splitLeft((body.columns - stripColumns) / 2)
    let (middle, second) = besideFirst.splitLeft(stripColumns)
    panes[.firstRun] = first
    panes[.secondRun] = second
    strip = middle
  }

  /// Either what is read and written, or the GPUs, or the runs: the focus decides.
  private mutating func layOutCompact(_ body: Rect, _ focus: PaneID) {
    let (main, line) = body.splitBottom(1)
    summary = line
    switch focus {
    case .outline, .workbench:
      guard body.columns >= Self.leastBesideColumns else {
        panes[focus] = main
        return
      }
      let outlineColumns = min(36, max(26, body.columns * 2 / 5))
      let (outline, workbench) = main.splitLeft(outlineColumns)
      panes[.outline] = outline
      panes[.workbench] = workbench
    case .gpu:
      panes[.gpu] = main
    case .firstRun, .secondRun:
      let stripRows =
        main.rows < Self.leastRowsWithStrip ? 0 : min(9, max(5, main.rows * 2 / 5))
      let (runs, comparison) = main.splitBottom(stripRows)
      let (first, second) = runs.splitLeft(runs.columns / 2)
      panes[.firstRun] = first
      panes[.secondRun] = second
      if stripRows > 0 { strip = comparison }
    }
  }

  /// From so many columns on the outline and the workbench stand beside each other.
  private static let leastBesideColumns = 60
  /// Below so many rows the runs need all of them.
  private static let leastRowsWithStrip = 12
}
