import Foundation
import Glibc

/// Reads `/proc`, a file for each question.
struct LinuxProcessTable: ProcessTable {
  /// A variable's list that is longer is read no further: its marks are then not found.
  private static let mostBytes = 1 << 20

  private let ticksPerSecond: Double
  /// In seconds since 1970.
  private let boot: Double?

  init() {
    ticksPerSecond = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    let words = Self.read("/proc/stat").flatMap { text in
      text.split(separator: "\n").first { $0.hasPrefix("btime ") }
    }
    boot = words.flatMap { Double($0.dropFirst(6)) }
  }

  func record(of process: Int32) -> ProcessRecord? {
    Self.read("/proc/\(process)/stat").flatMap {
      ProcessRecord(processID: process, stat: $0)
    }
  }

  func mark(of process: Int32) -> RunMark? {
    Self.read("/proc/\(process)/environ").flatMap { RunMark(variables: $0) }
  }

  func scope(of process: Int32) -> ProcessScope? {
    Self.read("/proc/\(process)/cgroup").flatMap { ProcessScope(cgroups: $0) }
  }

  func startTime(of record: ProcessRecord) -> Double? {
    boot.map { $0 + Double(record.start) / ticksPerSecond }
  }

  private static func read(_ path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: mostBytes)
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
