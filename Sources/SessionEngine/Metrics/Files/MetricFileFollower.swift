import Foundation

/// Follows the files a run writes its figures to: TensorBoard's event files and CSV tables.
///
/// Its owner calls `prepare()` before the program starts and `read(seconds:)` from time to time; it
/// has no clock and keeps no file open. A file may grow, be cut off, be written anew, vanish and
/// come back: what was read is not read twice, and a damaged file is told of once.
public actor MetricFileFollower {
  /// The most that one call of `read(seconds:)` takes from one file.
  private static let pieceBytes = 4 << 20
  /// A record or row that is not whole after so many bytes is none.
  private static let mostUnfinished = EventRecords.largestRecord + 64
  private static let mostFiles = 256

  private nonisolated let executor = FileExecutor()
  private let search: FileSearch
  private let startedAt: Date
  private var files: [String: FollowedFile] = [:]
  private var firstFile: [FollowedFile.Format: String] = [:]
  private var told: Set<String> = []

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameters:
  ///   - folder: An absolute path; the run's own folder.
  ///   - patterns: Globs below it, as `Workload.metricFiles` has them.
  ///   - startedAt: The run's start by the wall clock, by which the times in event files are told.
  public init(folder: String, patterns: [String], startedAt: Date) {
    search = FileSearch(folder: folder, patterns: patterns.map(PathPattern.init))
    self.startedAt = startedAt
  }

  /// Passes over what stands in the files now: it is of earlier runs.
  public func prepare() {
    for found in search.find().files {
      var file = FollowedFile(found)
      let start = max(0, found.size - 512)
      let last = bytes(of: found, from: start, count: found.size - start) ?? []
      if file.format == .table, let head = bytes(of: found, from: 0, count: 65_536) {
        head.withUnsafeBufferPointer { head in
          guard let end = ByteSearch.first(0x0A, in: head) else { return }
          file.table = CSVTable(header: ByteSearch.slice(head, 0..<end))
        }
      }
      file.pass(to: found.size, last: last)
      files[found.path] = file
    }
  }

  /// Reads what the files have got since the last call.
  /// - Parameter seconds: From the run's start to now; the time of figures whose file gives none.
  public func read(seconds: Double) -> MetricFileReading {
    var reading = MetricFileReading()
    let (found, isComplete) = search.find()
    if !isComplete {
      tell("\(search.folder) has more entries than are looked at: name fewer folders.", &reading)
    }
    for (number, file) in found.enumerated() {
      guard number < Self.mostFiles else {
        tell("More than \(Self.mostFiles) files match: only the first are read.", &reading)
        break
      }
      read(file, seconds, &reading)
    }
    return reading
  }

  private func read(_ found: FoundFile, _ seconds: Double, _ reading: inout MetricFileReading) {
    var file = files[found.path] ?? FollowedFile(found)
    defer { files[found.path] = file }
    let isOther = file.found.inode != found.inode || file.found.device != found.device
    if isOther || found.size < file.offset { file.begin(found) }
    guard found != file.found || file.offset < found.size else { return }
    if !file.anchor.isEmpty {
      let before = bytes(of: found, from: file.anchorStart, count: file.anchor.count)
      guard let before else { return }
      if before != file.anchor { file.begin(found) }
    }
    file.found = found
    guard !file.isGivenUp, found.size > file.offset else { return }
    var wanted = Self.pieceBytes
    while true {
      guard let bytes = bytes(of: found, from: file.offset, count: wanted) else { return }
      let start = file.offset
      var figures: [FollowedFile.Figure] = []
      let fault = bytes.withUnsafeBytes { file.read($0, into: &figures) }
      for figure in figures { reading.points.append(point(figure, of: found.path, file, seconds)) }
      if let fault { tell("\(found.path) \(fault)", &reading) }
      guard !file.isGivenUp else { return }
      if file.offset > start {
        if found.size > file.offset, bytes.count == wanted { reading.isBehind = true }
        return
      }
      // Nothing was whole: more is needed, if there is more.
      guard bytes.count == wanted, wanted < Self.mostUnfinished else { return }
      wanted *= 4
    }
  }

  private func tell(_ fault: String, _ reading: inout MetricFileReading) {
    if told.count < 100, told.insert(fault).inserted { reading.faults.append(fault) }
  }

  private func point(
    _ figure: FollowedFile.Figure, of path: String, _ file: FollowedFile, _ seconds: Double
  ) -> MetricPoint {
    let written = figure.wallTime.map { $0 - startedAt.timeIntervalSince1970 }
    let first = firstFile[file.format] ?? path
    firstFile[file.format] = first
    return MetricPoint(
      series: prefix(of: path, first: first, file.format) + figure.series, step: figure.step,
      epoch: figure.epoch, seconds: min(max(0, written ?? seconds), seconds), value: figure.value)
  }

  /// What tells a further file's series from the first one's of its kind: its folder, and for a
  /// table in the same folder its name.
  private func prefix(of path: String, first: String, _ format: FollowedFile.Format) -> String {
    if path == first { return "" }
    let folder = path.split(separator: "/").dropLast()
    let firstFolder = first.split(separator: "/").dropLast()
    if folder.elementsEqual(firstFolder) {
      guard format == .table, let name = path.split(separator: "/").last else { return "" }
      return name.dropLast(4) + "/"
    }
    let isBelow = folder.starts(with: firstFolder)
    return (isBelow ? folder.dropFirst(firstFolder.count) : folder).joined(separator: "/") + "/"
  }

  /// Up to so many bytes; nil when the file is not there any more.
  private func bytes(of found: FoundFile, from start: Int, count: Int) -> [UInt8]? {
    let file = open(
      search.folder + "/" + found.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, UInt64(status.st_ino) == found.inode else { return nil }
    return [UInt8](unsafeUninitializedCapacity: max(0, min(count, Int(status.st_size) - start))) {
      room, filled in
      while filled < room.count, let base = room.baseAddress {
        let got = pread(file, base + filled, room.count - filled, off_t(start + filled))
        guard got > 0 else { break }
        filled += got
      }
    }
  }
}
