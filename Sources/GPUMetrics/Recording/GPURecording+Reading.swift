import Foundation

extension GPURecording {
  /// A file beyond this is not read, in bytes.
  private static let largest = 512 << 20
  /// Times outside of these, in seconds since 1970, are of no recording: from 2000 to 3000.
  private static let times = 946_684_800.0...32_503_680_000.0
  /// How many bad lines are named one by one.
  private static let namedLines = 5

  /// Reads a file that `GPURecordingWriter` wrote, wherever it was cut off.
  ///
  /// A line that cannot be read is left out and named in `notes`.
  /// - Throws: `GPURecordingFault` when the file is no recording or holds no round.
  public init(contentsOf path: String) throws(GPURecordingFault) {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      throw GPURecordingFault(
        says: "The recording \(path) cannot be read: \(String(cString: strerror(errno))).",
        remedy: "Name a file that `atelier gpu --record` wrote.")
    }
    guard facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= Self.largest,
      let data = FileManager.default.contents(atPath: path)
    else {
      throw GPURecordingFault(
        says: "\(path) is no file that can be read, or one of more than 512 MiB.",
        remedy: "Name a file that `atelier gpu --record` wrote.")
    }
    let file = URL(filePath: path).deletingPathExtension().lastPathComponent
    try self.init(data, name: file, path: path)
  }

  /// - Parameters:
  ///   - name: What the replay is labelled with.
  ///   - path: What errors name.
  init(_ data: Data, name: String, path: String) throws(GPURecordingFault) {
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let decoder = JSONDecoder()
    guard let first = lines.first,
      let header = try? decoder.decode(GPURecordingHeader.self, from: Data(first)),
      header.format == GPURecordingHeader.formatName
    else {
      throw GPURecordingFault(
        says: "\(path): line 1 is not the header of a recording.",
        remedy: "Name a file that `atelier gpu --record` wrote.")
    }
    guard (1...GPURecordingHeader.newestVersion).contains(header.version) else {
      throw GPURecordingFault(
        says: "\(path) is a recording of format \(header.version), and "
          + "\(GPURecordingHeader.newestVersion) is the newest that is known here.",
        remedy: "Use the release of Atelier that wrote it, or a newer one.")
    }
    var rounds: [GPUReport] = []
    var bad: [Int] = []
    var isCut = false
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      if let round = try? decoder.decode(GPUReport.self, from: Data(line)).plausible,
        Self.times.contains(round.time), round.time > rounds.last?.time ?? 0
      {
        rounds.append(round)
      } else if index == lines.count - 1 {
        isCut = true
      } else {
        bad.append(index + 1)
      }
    }
    guard !rounds.isEmpty else {
      throw GPURecordingFault(
        says: "\(path) holds no round that can be read.", remedy: "Record again.")
    }
    self.init(
      name: name, header: header, rounds: rounds,
      notes: [
        Self.words(badLines: bad), isCut ? "The last line is cut off and left out." : nil,
      ].compactMap(\.self))
  }

  private static func words(badLines: [Int]) -> String? {
    guard !badLines.isEmpty else { return nil }
    let named = badLines.prefix(namedLines).map(String.init).joined(separator: ", ")
    let more = badLines.count - namedLines
    return badLines.count == 1
      ? "Line \(named) cannot be read and is left out."
      : "Lines \(named)\(more > 0 ? " and \(more) more" : "") cannot be read and are left out."
  }
}
