extension WorkshopLoader {
  private static let longestMinutes = 24 * 60

  func segments(in root: TOMLSection) throws(WorkshopError) -> [Segment] {
    var segments: [Segment] = []
    for section in try root.sections("segment") {
      let segment = try segment(in: section)
      guard !segments.contains(where: { $0.id == segment.id }) else {
        throw section.error(
          "id", "Two segments are called `\(segment.id)`.", "Give each segment an id of its own.")
      }
      try check(segment, follows: segments, in: section)
      segments.append(segment)
    }
    guard !segments.isEmpty else {
      throw root.missing(
        "segment", example: "[[segment]], with id, title, kind, offset and minutes")
    }
    return segments
  }

  private func segment(in section: TOMLSection) throws(WorkshopError) -> Segment {
    try section.allow(only: ["id", "title", "kind", "offset", "minutes", "topics", "exercises"])
    return Segment(
      id: try identifier("id", in: section),
      title: try section.string("title"),
      kind: try kind(in: section),
      offsetMinutes: try offset(in: section),
      minutes: try length(in: section),
      topics: try section.strings("topics"),
      exercises: try section.strings("exercises"))
  }

  private func kind(in section: TOMLSection) throws(WorkshopError) -> SegmentKind {
    let text = try section.string("kind")
    guard let kind = SegmentKind(rawValue: text) else {
      let known = SegmentKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw section.error(
        "kind", "`\(text)` is not a kind of segment.", "Write one of: \(known).")
    }
    return kind
  }

  private func offset(in section: TOMLSection) throws(WorkshopError) -> Int {
    let text = try section.string("offset")
    guard let time = TimeOfDay(text) else {
      throw section.error(
        "offset", "`\(text)` is not an offset from the start.",
        "Write hours and minutes: offset = \"1:30\"")
    }
    return time.minutes
  }

  private func length(in section: TOMLSection) throws(WorkshopError) -> Int {
    let minutes = try section.integer("minutes")
    guard (1...Self.longestMinutes).contains(minutes) else {
      throw section.error(
        "minutes", "A segment cannot be \(minutes) minutes long.",
        "Write a whole number from 1 to \(Self.longestMinutes).")
    }
    return minutes
  }

  private func check(
    _ segment: Segment, follows earlier: [Segment], in section: TOMLSection
  ) throws(WorkshopError) {
    let end = earlier.last?.endOffsetMinutes ?? 0
    guard segment.offsetMinutes != end else { return }
    let begins = "`\(segment.id)` begins at \(offsetText(segment.offsetMinutes))"
    let remedy = "Write offset = \"\(offsetText(end))\", or change the lengths before it."
    guard let last = earlier.last else {
      throw section.error(
        "offset", "\(begins), but the first segment begins the workshop.", remedy)
    }
    if segment.offsetMinutes < last.offsetMinutes {
      throw section.error(
        "offset", "\(begins), before `\(last.id)` above it.", "Put the segments in their order.")
    }
    let fault = segment.offsetMinutes < end ? "they overlap" : "there is a gap between them"
    throw section.error(
      "offset", "\(begins), but `\(last.id)` ends at \(offsetText(end)): \(fault).", remedy)
  }

  private func offsetText(_ minutes: Int) -> String {
    "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  func corrections(
    in root: TOMLSection, segments: [Segment]
  ) throws(WorkshopError) -> [Correction] {
    var corrections: [Correction] = []
    for section in try root.sections("correction") {
      try section.allow(only: ["segment", "announced", "corrected", "reason"])
      let segment = try section.string("segment")
      guard segments.contains(where: { $0.id == segment }) else {
        throw section.error(
          "segment", "No segment is called `\(segment)`.",
          "Write one of: \(segments.map(\.id).joined(separator: ", ")).")
      }
      corrections.append(
        Correction(
          segment: segment,
          announced: try section.string("announced"),
          corrected: try section.string("corrected"),
          reason: try section.string("reason")))
    }
    return corrections
  }
}
