/// The outline as plain lines of text, for a pipe or a terminal without a screen.
public struct OutlineText: Sendable {
  private let workshop: Workshop
  private let clock: RoomClock
  private let width: Int

  /// - Parameter width: Columns that a line may take, at least 40.
  public init(_ workshop: Workshop, clock: RoomClock, width: Int = 80) {
    self.workshop = workshop
    self.clock = clock
    self.width = max(40, width)
  }

  /// The lines, without line ends and without escape sequences.
  /// - Parameter now: What the wall clock says, to mark what runs; nil marks nothing.
  public func lines(at now: DayTime? = nil) -> [String] {
    let event = [workshop.event, workshop.location].compactMap(\.self).joined(separator: ", ")
    var lines = PlainTextWrapping.wrap(workshop.title, width: width)
    lines += PlainTextWrapping.wrap(event, width: width)
    for (index, segment) in workshop.segments.enumerated() {
      lines.append("")
      lines += heading(of: segment, state: now.map { clock.state(ofSegment: index, at: $0) })
      for topic in segment.topics {
        lines += wrapped(topic, first: "               - ", rest: "                 ")
      }
    }
    if !workshop.corrections.isEmpty {
      lines += ["", "Corrections of what was announced:"]
      for correction in workshop.corrections {
        lines += wrapped(
          "\(correction.announced) is \(correction.corrected): \(correction.reason)",
          first: "  - ", rest: "    ")
      }
    }
    return lines
  }

  private func heading(of segment: Segment, state: SegmentState?) -> [String] {
    var mark = "  "
    var note = ""
    if case .running(let remaining) = state {
      mark = "> "
      note = ", now, \(remaining.text) left"
    }
    let times = "\(clock.startTime(of: segment).text)-\(clock.endTime(of: segment).text)"
    let kind = segment.kind == .break ? "" : "\(segment.kind.rawValue), "
    return wrapped(
      "\(segment.title) (\(kind)\(segment.minutes) min\(note))", first: "\(mark)\(times)  ",
      rest: "               ")
  }

  private func wrapped(_ text: String, first: String, rest: String) -> [String] {
    PlainTextWrapping.wrap(text, width: width - rest.count).enumerated().map { index, line in
      (index == 0 ? first : rest) + line
    }
  }
}
