import Foundation
import Glibc
import Synchronization

/// Writes a recording: a line with the header, then a line of JSON for each round.
///
/// Each line is with the system when the call returns. One that could not be written whole is taken
/// back, so that the file ends with the last whole round.
public final class GPURecordingWriter: Sendable {
  private let descriptor: Int32
  private let path: String
  private let program: String?
  private let now: @Sendable () -> Double
  /// How many bytes are whole lines; 0 before the header.
  private let length = Mutex<off_t>(0)

  /// Makes the file; the folder must be there.
  /// - Parameters:
  ///   - program: The name and version that stand in the header.
  ///   - now: Seconds since 1970.
  /// - Throws: `GPURecordingFault` when there is such a file already or none can be made.
  public init(
    path: String, program: String?,
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) throws(GPURecordingFault) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? GPURecordingFault(
          says: "\(path) is there already, and no file is replaced.",
          remedy: "Give the recording another name, or remove that file first.")
        : GPURecordingFault(
          says: "\(path) cannot be made: \(String(cString: strerror(errno))).",
          remedy: "Name a file in a folder that you may write to.")
    }
    self.path = path
    self.program = program
    self.now = now
  }

  deinit {
    close(descriptor)
  }

  /// Adds one round; before the first, the header.
  /// - Throws: `GPURecordingFault` when the disk takes no more.
  public func write(_ report: GPUReport) throws(GPURecordingFault) {
    var report = report
    if report.time == 0 { report.time = now() }
    let lines: [String]
    do {
      let line = try report.jsonLine()
      let isFirst = length.withLock { $0 == 0 }
      lines = try (isFirst ? [header(of: report)] : []) + [line]
    } catch {
      throw GPURecordingFault(
        says: "A round cannot be written as JSON: \(error).", remedy: "Record again.")
    }
    try append(lines.map { $0 + "\n" }.joined())
  }

  private func header(of report: GPUReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let header = GPURecordingHeader(of: report, recorded: report.time, program: program)
    return String(decoding: try encoder.encode(header), as: UTF8.self)
  }

  private func append(_ text: String) throws(GPURecordingFault) {
    let bytes = Array(text.utf8)
    let code: Int32? = length.withLock { length in
      var done = 0
      while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes {
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          let code = errno
          _ = ftruncate(descriptor, length)
          return code
        }
        done += count
      }
      length += off_t(bytes.count)
      return nil
    }
    guard let code else { return }
    throw GPURecordingFault(
      says: "\(path) takes no more: \(String(cString: strerror(code))).",
      remedy: "Free some space and record into another file; what was recorded so far is whole.")
  }
}
