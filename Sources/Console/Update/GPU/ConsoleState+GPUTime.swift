import GPUMetrics
import TerminalCore

/// Which time the GPUs' graphs show.
extension ConsoleState {
  /// Spans of ten seconds are kept for so long.
  private static let keptSeconds = 43_200.0

  /// What is drawn: what stands still, or the newest round.
  var gpuPicture: GPUPicture {
    gpuView.frozen
      ?? GPUPicture(report: gpu, history: gpuHistory, ownership: gpuOwnership)
  }

  func gpuTimeline(columns: Int) -> GPUTimeline {
    let picture = gpuPicture
    return GPUTimeline(
      holding: gpuView.end ?? picture.time, step: gpuView.zoom.rawValue, columns: columns)
  }

  /// Such as `last 4 min` or `21:03–21:07, 12 min before`.
  func gpuSpanWords(_ timeline: GPUTimeline) -> String {
    guard let end = gpuView.end else {
      return "last \(GPUTimeWords.duration(timeline.seconds))"
    }
    let ago = GPUTimeWords.duration(gpuPicture.time - end)
    return "\(GPUTimeWords.range(timeline.begin, timeline.end, timeZone)), \(ago) back"
  }

  /// That the picture is not of now, and how to come back; nil when it is.
  var gpuTimeNotice: String? {
    let frozen = gpuView.frozen.map { GPUTimeWords.moment($0.time, timeZone) }
    let end = gpuView.end.map { GPUTimeWords.moment($0, timeZone) }
    switch (frozen, end) {
    case (let frozen?, nil):
      return "FROZEN since \(frozen): figures are still collected, Space goes on."
    case (let frozen?, let end?):
      return "FROZEN since \(frozen) (Space goes on), looking back to \(end) (n: now)."
    case (nil, let end?): return "Looking back to \(end): n goes to now."
    case (nil, nil): return nil
    }
  }

  /// How many columns the graph in front has.
  private var gpuGraphColumns: Int {
    if let screen = gpuScreen {
      return GPUScreenView(state: self, screen: screen).graphColumns(in: screenBody)
    }
    guard let inside = layout.inside(.gpu) else { return 60 }
    return GPUPane(state: self).graphColumns(in: inside.inset(columns: 1))
  }

  /// Goes through the session's time: a third of what is seen at once; negative is back.
  mutating func moveGPUTime(by thirds: Int) {
    let picture = gpuPicture
    guard let oldest = picture.history.oldestTime, let newest = picture.history.newestTime else {
      return
    }
    let timeline = gpuTimeline(columns: gpuGraphColumns)
    let earliest = max(oldest, newest - Self.keptSeconds) + timeline.seconds
    let step = max(timeline.step, (timeline.seconds / 3 / timeline.step).rounded() * timeline.step)
    let place = gpuView.end ?? newest
    let moved = max(min(earliest, place), place + Double(thirds) * step)
    guard moved < newest else {
      if gpuView.end == nil { notice = Notice(.information, "This is the newest there is.") }
      gpuView.end = nil
      return
    }
    if moved == place {
      notice = Notice(.information, "Nothing before this is kept: the session began here.")
    }
    gpuView.end = moved
  }

  mutating func goToNowOnGPU() {
    if gpuView.end == nil, gpuView.frozen == nil {
      notice = Notice(.information, "The picture is live: its right edge is now.")
    }
    gpuView.end = nil
    gpuView.frozen = nil
  }

  mutating func zoomGPU(by step: Int) {
    guard let zoom = gpuView.zoom.moved(by: step) else {
      notice = Notice(
        .information,
        "A column is \(GPUTimeWords.duration(gpuView.zoom.rawValue)): there is no "
          + (step > 0 ? "longer one." : "shorter one."))
      return
    }
    gpuView.zoom = zoom
  }

  mutating func freezeGPU() {
    gpuView.frozen = gpuView.frozen == nil ? gpuPicture : nil
  }
}
