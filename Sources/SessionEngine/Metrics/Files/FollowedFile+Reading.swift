extension FollowedFile {
  /// A figure as the file has it.
  struct Figure: Sendable, Hashable {
    var series: String
    var step: Int?
    var epoch: Double?
    /// Seconds since 1970; nil when the file does not say.
    var wallTime: Double?
    var value: Double
  }

  /// The longest row, and the longest header.
  static let longestRow = 1 << 20

  /// Reads what is whole of the bytes behind the offset.
  /// - Returns: What is wrong with them; nil when nothing is.
  mutating func read(_ bytes: UnsafeRawBufferPointer, into figures: inout [Figure]) -> String? {
    switch format {
    case .events: readEvents(bytes, into: &figures)
    case .table: readTable(bytes, into: &figures)
    }
  }

  private mutating func readEvents(
    _ bytes: UnsafeRawBufferPointer, into figures: inout [Figure]
  ) -> String? {
    var read: [Figure] = []
    let outcome = EventRecords().read(bytes) { record in
      let event = ScalarEvent(record)
      for scalar in event.scalars {
        read.append(
          Figure(
            series: SeriesName.unified(scalar.tag), step: event.step, wallTime: event.wallTime,
            value: scalar.value))
      }
    }
    figures += read
    switch outcome {
    case .read(let count):
      advance(over: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      return nil
    case .damaged(let place):
      isGivenUp = true
      return "is damaged at byte \(offset + place): a checksum is wrong. "
        + "What follows is not read; the figures before it are kept."
    }
  }

  private mutating func readTable(
    _ bytes: UnsafeRawBufferPointer, into figures: inout [Figure]
  ) -> String? {
    let text = bytes.assumingMemoryBound(to: UInt8.self)
    var place = 0
    while let end = ByteSearch.first(0x0A, in: text, from: place) {
      let line = ByteSearch.slice(text, ByteSearch.trimmed(text, place..<end))
      place = end + 1
      guard !line.isEmpty else { continue }
      guard let table else {
        guard let header = CSVTable(header: line) else {
          isGivenUp = true
          return "is no table: its first line names no columns. It is not read."
        }
        take(header: header)
        continue
      }
      rows += 1
      if rows > rowsToSkip { take(table.row(line), into: &figures) }
    }
    if bytes.count - place > Self.longestRow {
      isGivenUp = true
      return "has a row of more than 1 MiB. What follows is not read."
    }
    advance(over: UnsafeRawBufferPointer(rebasing: bytes[..<place]))
    return nil
  }

  private mutating func take(_ row: CSVTable.Row, into read: inout [Figure]) {
    var place = LineFigures()
    place.epoch = row.epoch
    place.epochCount = row.epochIsFraction ? .done : .own
    place.step = row.step
    let at = context.place(of: place)
    for figure in row.figures {
      read.append(
        Figure(series: figure.series, step: at.step, epoch: at.epochsDone, value: figure.value))
    }
  }
}
