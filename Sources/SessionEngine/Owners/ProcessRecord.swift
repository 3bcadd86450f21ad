/// What the kernel tells of a living process at one moment; `proc(5)`, `/proc/PID/stat`.
struct ProcessRecord: Sendable, Hashable {
  let processID: Int32
  let parent: Int32
  /// When it started, in clock ticks since the boot: with the number it is one process and no
  /// other.
  let start: Int64

  init(processID: Int32, parent: Int32, start: Int64) {
    self.processID = processID
    self.parent = parent
    self.start = start
  }

  /// - Parameter stat: The text of `/proc/PID/stat`; nil for what is no such text, and for a
  ///   process of which nothing is left but its exit status.
  init?(processID: Int32, stat: String) {
    // The command's name stands in parentheses and may hold anything, more of them too.
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X", let parent = Int32(fields[1]),
      let start = Int64(fields[19])
    else { return nil }
    self.init(processID: processID, parent: parent, start: start)
  }
}
