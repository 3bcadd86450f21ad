@testable import SessionEngine

/// A process table of the test, whose clock ticks once a second from 1970 on.
struct ProcessDouble: ProcessTable {
  var records: [Int32: ProcessRecord] = [:]
  var marks: [Int32: RunMark] = [:]
  var scopes: [Int32: ProcessScope] = [:]

  mutating func add(_ process: Int32, below parent: Int32, start: Int64 = 10) {
    records[process] = ProcessRecord(processID: process, parent: parent, start: start)
  }

  func record(of process: Int32) -> ProcessRecord? { records[process] }
  func mark(of process: Int32) -> RunMark? { marks[process] }
  func scope(of process: Int32) -> ProcessScope? { scopes[process] }
  func startTime(of record: ProcessRecord) -> Double? { Double(record.start) }
}
